package io.heddle.core.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ConfirmationTest {
  private static final int SETS = 1_000;

  @Test
  void clearStep_isConfirmed() {
    double[] series = ChangePointsTest.steps(new Random(1), 5, 60, 100, 60, 120);

    assertThat(confirmed(series)).singleElement().extracting(ChangePoint::index).isEqualTo(60);
  }

  @Test
  void stepWithoutEffect_isTakenBack() {
    double[] series = ChangePointsTest.steps(new Random(1), 0.1, 60, 100, 60, 103);

    assertThat(ChangePoints.DEFAULTS.of(series)).hasSize(1);
    assertThat(confirmed(series)).isEmpty();
  }

  @Test
  void shortRegime_isTakenBack() {
    double[] series = ChangePointsTest.steps(new Random(1), 1, 60, 100, 10, 150, 60, 100);

    assertThat(ChangePoints.DEFAULTS.of(series)).hasSize(2);
    assertThat(confirmed(series)).isEmpty();
  }

  @Test
  void moreSeriesTestedTogether_askForMore() {
    double[] series = ChangePointsTest.steps(new Random(1), 5, 30, 100, 30, 110);
    List<ChangePoint> raw = ChangePoints.DEFAULTS.of(series);

    assertThat(Confirmation.DEFAULTS.of(series, raw)).isNotEmpty();
    assertThat(Confirmation.DEFAULTS.among(1_000_000_000).of(series, raw)).isEmpty();
  }

  /** Heavy-tailed noise without any change: raw detection cries wolf, confirmed does not. */
  @Test
  void nothingChanges_nothingIsConfirmed() {
    int raw = 0;
    int confirmed = 0;
    for (int seed = 0; seed < SETS; seed++) {
      double[] series = lognormal(new Random(seed));
      raw += ChangePoints.DEFAULTS.of(series).isEmpty() ? 0 : 1;
      confirmed += confirmed(series).isEmpty() ? 0 : 1;
    }
    System.out.printf("change points in %d A/A sets: raw %d, confirmed %d%n", SETS, raw, confirmed);
    assertThat(confirmed).isLessThanOrEqualTo(19);
    assertThat(raw).isGreaterThan(confirmed);
  }

  private static double[] lognormal(Random random) {
    return DoubleStream.generate(() -> 20 * Math.exp(0.5 * random.nextGaussian()))
        .limit(400)
        .toArray();
  }

  private static List<ChangePoint> confirmed(double[] series) {
    return Confirmation.DEFAULTS.of(series, ChangePoints.DEFAULTS.of(series));
  }
}
