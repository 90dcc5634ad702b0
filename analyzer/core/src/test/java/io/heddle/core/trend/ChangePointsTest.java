package io.heddle.core.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ChangePointsTest {
  @Test
  void step_isFoundAtTheFirstPointOfTheNewRegime() {
    double[] series = steps(new Random(7), 0.5, 40, 100, 40, 120);

    assertThat(ChangePoints.DEFAULTS.of(series))
        .singleElement()
        .satisfies(point -> assertThat(point.index()).isEqualTo(40))
        .satisfies(point -> assertThat(point.pValue()).isLessThan(1e-10))
        .satisfies(point -> assertThat(point.magnitude()).isBetween(0.18, 0.22));
  }

  @Test
  void manySteps_acrossWindows_areAllFound() {
    double[] series = steps(new Random(3), 0.5, 70, 100, 90, 130, 60, 90, 80, 110);

    assertThat(indices(ChangePoints.DEFAULTS, series)).containsExactly(70, 160, 220);
  }

  @Test
  void constantSeries_hasNone() {
    assertThat(ChangePoints.DEFAULTS.of(new double[200])).isEmpty();
  }

  @Test
  void shortSeries_haveNone() {
    assertThat(ChangePoints.DEFAULTS.of()).isEmpty();
    assertThat(ChangePoints.DEFAULTS.of(1)).isEmpty();
    assertThat(ChangePoints.DEFAULTS.of(1, 2)).isEmpty();
  }

  @Test
  void stepBelowMinMagnitude_isTakenBack() {
    double[] series = steps(new Random(5), 0.01, 40, 100, 40, 103);

    assertThat(indices(new ChangePoints(50, 0.001, 0), series)).containsExactly(40);
    assertThat(indices(new ChangePoints(50, 0.001, 0.05), series)).isEmpty();
  }

  @Test
  void looserPValue_neverFindsLess() {
    for (int seed = 0; seed < 20; seed++) {
      double[] series = steps(new Random(seed), 4, 60, 100, 60, 104, 60, 100);
      int strict = indices(new ChangePoints(50, 1e-6, 0), series).size();
      int loose = indices(new ChangePoints(50, 0.01, 0), series).size();
      assertThat(loose).as("seed %d", seed).isGreaterThanOrEqualTo(strict);
    }
  }

  @Test
  void divergence_isTheOneOfItsDefinition() {
    Random random = new Random(11);
    for (int round = 0; round < 50; round++) {
      double[] series = random.doubles(2 + random.nextInt(12), 0, 100).toArray();
      EnergyDivergence best = EnergyDivergence.strongest(series, 0, series.length);
      assertThat(best.divergence()).isCloseTo(strongestByDefinition(series), within(1e-9));
    }
  }

  @Test
  void parametersOutOfRange_areNamed() {
    assertThatThrownBy(() -> new ChangePoints(1, 0.001, 0)).hasMessageContaining("window length");
    assertThatThrownBy(() -> new ChangePoints(50, 2, 0)).hasMessageContaining("max p-value");
    assertThatThrownBy(() -> new ChangePoints(50, Double.NaN, 0)).hasMessageContaining("p-value");
  }

  private static double strongestByDefinition(double[] z) {
    double best = Double.NEGATIVE_INFINITY;
    for (int cut = 1; cut < z.length; cut++) {
      for (int end = cut + 1; end <= z.length; end++) {
        best = Math.max(best, divergence(z, cut, end));
      }
    }
    return best;
  }

  private static double divergence(double[] z, int n, int end) {
    int m = end - n;
    double left = n == 1 ? 0 : 2.0 * m / (n + m) / (n - 1) * pairs(z, 0, n, 0, n) / 2;
    double right = m == 1 ? 0 : 2.0 * n / (n + m) / (m - 1) * pairs(z, n, end, n, end) / 2;
    return 2.0 / (n + m) * pairs(z, 0, n, n, end) - left - right;
  }

  private static double pairs(double[] z, int from, int to, int otherFrom, int otherTo) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      for (int j = otherFrom; j < otherTo; j++) {
        sum += Math.abs(z[i] - z[j]);
      }
    }
    return sum;
  }

  /** Normal noise around levels: length, level, length, level ... */
  static double[] steps(Random random, double noise, double... lengthsAndLevels) {
    DoubleStream series = DoubleStream.empty();
    for (int i = 0; i < lengthsAndLevels.length; i += 2) {
      double level = lengthsAndLevels[i + 1];
      double[] part =
          DoubleStream.generate(() -> level + noise * random.nextGaussian())
              .limit((long) lengthsAndLevels[i])
              .toArray();
      series = DoubleStream.concat(series, DoubleStream.of(part));
    }
    return series.toArray();
  }

  private static List<Integer> indices(ChangePoints search, double[] series) {
    return search.of(series).stream().map(ChangePoint::index).toList();
  }
}
