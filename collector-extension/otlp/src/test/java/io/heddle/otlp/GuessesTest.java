package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GuessesTest {
  private static final int RUN_ID = 3;
  private static final int MANY = 1000;

  private final Texts texts = new Texts();
  private final Guesses guesses = new Guesses();

  @Test
  void everyText_canBeReadUnderItsNumber() {
    for (int i = 0; i < MANY; i++) {
      String text = "value " + i * i % 700;
      assertThat(texts.get(number(i % 5, text))).isEqualTo(text);
    }
  }

  @Test
  void fewValues_haveOneNumberEach_whateverTheirOrder() {
    for (int i = 0; i < MANY; i++) {
      number(i % 3, "value " + i * i % 7);
    }

    assertThat(texts.size()).isEqualTo(4);
  }

  @Test
  void valueThatComesAgainAtOnce_hasOneNumber_thoughNoneCameAgainBefore() {
    fillWithNew();

    assertThat(number(RUN_ID, "run")).isEqualTo(number(RUN_ID, "run"));
  }

  @Test
  void valuesThatComeAgainAfterManyNewOnes_areKnownAgainSoon() {
    fillWithNew();
    alternate(MANY);
    int known = texts.size();

    alternate(MANY);

    assertThat(known).isLessThan(MANY + 200);
    assertThat(texts.size()).isEqualTo(known);
  }

  private void fillWithNew() {
    for (int i = 0; i < MANY; i++) {
      number(RUN_ID, "id " + i);
    }
  }

  private void alternate(int times) {
    for (int i = 0; i < times; i++) {
      number(RUN_ID, "run " + i % 3);
    }
  }

  private int number(int key, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    guesses.keyIs(key);
    return guesses.text(texts, bytes, 0, bytes.length);
  }
}
