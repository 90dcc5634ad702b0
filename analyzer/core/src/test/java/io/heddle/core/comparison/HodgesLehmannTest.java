package io.heddle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HodgesLehmannTest {
  @Test
  void shift_isTheMedianOfAllDifferences() {
    Random random = new Random(17);
    for (int round = 0; round < 200; round++) {
      double[] base = sample(random);
      double[] current = sample(random);
      assertThat(HodgesLehmann.shift(base, current)).isEqualTo(byDefinition(base, current));
    }
  }

  @Test
  void equalSamples_haveNone() {
    assertThat(HodgesLehmann.shift(new double[] {3, 3, 3}, new double[] {3, 3})).isZero();
  }

  @Test
  void oneOutlier_hardlyMovesIt() {
    double[] base = {1, 2, 3, 4, 5};
    assertThat(HodgesLehmann.shift(base, new double[] {1, 2, 3, 4, 5e9})).isLessThanOrEqualTo(1);
  }

  /** Small whole numbers, so that ties and zeros are common. */
  private static double[] sample(Random random) {
    return random.ints(1 + random.nextInt(15), -4, 5).asDoubleStream().toArray();
  }

  private static double byDefinition(double[] base, double[] current) {
    double[] differences =
        Arrays.stream(current)
            .flatMap(c -> Arrays.stream(base).map(b -> c - b))
            .map(d -> d + 0.0)
            .sorted()
            .toArray();
    int middle = differences.length / 2;
    return differences.length % 2 == 1
        ? differences[middle]
        : (differences[middle - 1] + differences[middle]) / 2;
  }
}
