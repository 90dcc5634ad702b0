package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RepeatsTest {
  private static final byte[] GET = "method=GET".getBytes(UTF_8);
  private static final byte[] PUT = "method=PUT".getBytes(UTF_8);

  private final Repeats repeats = new Repeats();
  private final WordBuffer target = new WordBuffer();

  @Test
  void sameBytesInTheSamePlace_haveTheSameWords() {
    learn(GET, 7, 1);
    repeats.start(3);

    assertThat(repeats.take(GET, 0, GET.length, target)).isEqualTo(GET.length);
    assertThat(target.content().array()).containsExactly(7, 1, 7, 1);
  }

  @Test
  void otherBytesOrAnotherName_areNotTaken() {
    learn(GET, 7, 1);

    repeats.start(3);
    assertThat(repeats.take(PUT, 0, PUT.length, target)).isNegative();
    assertThat(repeats.take(GET, 0, GET.length - 1, target)).isNegative();
    repeats.start(4);
    assertThat(repeats.take(GET, 0, GET.length, target)).isNegative();
    assertThat(target.size()).isEqualTo(2);
  }

  @Test
  void placeWhereNothingComesAgain_isLeftAlone() {
    for (int value = 0; value < 100; value++) {
      byte[] bytes = ("id=" + (1000 + value)).getBytes(UTF_8);
      repeats.start(3);
      assertThat(repeats.take(bytes, 0, bytes.length, target)).isNegative();
      repeats.learn(bytes, 0, bytes.length, added(9, value), target.size() - 2);
    }
    byte[] last = "id=1099".getBytes(UTF_8);
    repeats.start(3);

    assertThat(repeats.take(last, 0, last.length, target)).isNegative();
  }

  @Test
  void longAttribute_isNotKept() {
    byte[] prompt = "p".repeat(300).getBytes(UTF_8);
    learn(prompt, 7, 1);
    repeats.start(3);

    assertThat(repeats.take(prompt, 0, prompt.length, target)).isNegative();
  }

  private void learn(byte[] bytes, int... words) {
    repeats.start(3);
    repeats.learn(bytes, 0, bytes.length, added(words), target.size() - words.length);
  }

  private WordBuffer added(int... words) {
    target.add(words, 0, words.length);
    return target;
  }
}
