package io.heddle.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64, 1_000, 23_219})
  void draws_areThoseOfTheJdksSplitMix(int size) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = i;
    }
    Draws draws = new Draws(42);
    SplittableRandom random = new SplittableRandom(42);
    for (int repeat = 0; repeat < 3; repeat++) {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        sum += random.nextInt(size);
      }
      assertThat(draws.sum(values)).isEqualTo(sum);
    }
  }
}
