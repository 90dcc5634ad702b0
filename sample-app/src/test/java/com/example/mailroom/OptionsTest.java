package com.example.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  @Test
  void allOptions_areRead() {
    assertThat(Options.parse(List.of("--runs", "3", "--seed", "9", "--timings", "t.csv")))
        .isEqualTo(new Options(3, 9, Optional.of(Path.of("t.csv"))));
  }

  @ParameterizedTest
  @CsvSource({"--runs,x", "--runs,0", "--seed,-1", "--seed,", "--colour,red"})
  void badOption_isNamed(String name, String value) {
    List<String> arguments = value == null ? List.of(name) : List.of(name, value);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse(arguments))
        .withMessageContaining(name);
  }
}
