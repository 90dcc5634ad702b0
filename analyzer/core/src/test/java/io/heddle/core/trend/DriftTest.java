package io.heddle.core.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftTest {
  @Test
  void risingSeries_driftsBySlope() {
    Drift drift = Drift.of(line(new Random(1), 300, 0.05, 1));

    assertThat(drift.significant(0.01, 1)).isTrue();
    assertThat(drift.slope()).isCloseTo(0.05, within(0.005));
  }

  @Test
  void fallingSeries_hasNegativeSlope() {
    assertThat(Drift.of(line(new Random(1), 300, -0.05, 1)).slope()).isNegative();
  }

  @Test
  void constantSeries_doesNotDrift() {
    Drift drift = Drift.of(new double[200]);

    assertThat(drift.pValue()).isEqualTo(1);
    assertThat(drift.slope()).isZero();
  }

  @Test
  void fewPoints_areNeverSignificant() {
    Drift drift = Drift.of(line(new Random(1), Drift.FEWEST_POINTS - 1, 1, 0.001));

    assertThat(drift.pValue()).isLessThan(1e-6);
    assertThat(drift.significant(0.01, 1)).isFalse();
  }

  @Test
  void longSeries_keepsTheSlopePerPoint() {
    Drift drift = Drift.of(line(new Random(1), 30_000, 0.001, 1));

    assertThat(drift.slope()).isCloseTo(0.001, within(0.0001));
    assertThat(drift.points()).isEqualTo(30_000);
  }

  /** Neighbours that resemble each other look like a trend to the plain test. */
  @Test
  void autocorrelatedNoise_seldomDrifts() {
    int found = 0;
    for (int seed = 0; seed < 300; seed++) {
      found += Drift.of(autoregressive(new Random(seed), 200, 0.5)).significant(0.01, 1) ? 1 : 0;
    }
    System.out.printf("drifts in 300 sets of autocorrelated noise: %d%n", found);
    assertThat(found).isLessThanOrEqualTo(12);
  }

  @Test
  void tooFewPoints_areRefused() {
    assertThatThrownBy(() -> Drift.of(1, 2)).hasMessageContaining("3 points");
  }

  private static double[] line(Random random, int points, double slope, double noise) {
    return IntStream.range(0, points)
        .mapToDouble(i -> 100 + slope * i + noise * random.nextGaussian())
        .toArray();
  }

  private static double[] autoregressive(Random random, int points, double memory) {
    double[] series = new double[points];
    for (int i = 1; i < points; i++) {
      series[i] = memory * series[i - 1] + random.nextGaussian();
    }
    return series;
  }
}
