package io.heddle.core.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeTest {
  @Test
  void parse_readsEveryForm() {
    assertThat(Change.parse("draft=x0.5")).isEqualTo(new Change.Scale("draft", 0.5));
    assertThat(Change.parse("draft=+20ms")).isEqualTo(new Change.Shift("draft", 20));
    assertThat(Change.parse("draft=-1.5ms")).isEqualTo(new Change.Shift("draft", -1.5));
    assertThat(Change.parse("draft=15ms")).isEqualTo(new Change.Fix("draft", 15));
  }

  @Test
  void parse_takesTheLastEqualsSign() {
    assertThat(Change.parse("GET /q?a=b=x0")).isEqualTo(new Change.Scale("GET /q?a=b", 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"draft", "draft=", "=x2", "draft=x-1", "draft=20", "draft=xNaN", "a=+ms"})
  void parse_refusesAnythingElse(String text) {
    assertThatThrownBy(() -> Change.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }
}
