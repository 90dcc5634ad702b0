package com.example.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MainTest {
  @Test
  void sameSeed_printsTheSameLines() throws Exception {
    String first = output(new Options(6, 3, Optional.empty()));

    assertThat(first.lines()).hasSize(6).allMatch(line -> line.startsWith("mail-00"));
    assertThat(output(new Options(6, 3, Optional.empty()))).isEqualTo(first);
  }

  @Test
  void anotherSeed_bringsOtherMails() throws Exception {
    assertThat(output(new Options(3, 1, Optional.empty())))
        .isNotEqualTo(output(new Options(3, 2, Optional.empty())));
  }

  private static String output(Options options) throws Exception {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    Main.answer(
        options,
        new PrintStream(lines, true, StandardCharsets.UTF_8),
        new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    return lines.toString(StandardCharsets.UTF_8);
  }
}
