package io.heddle.core.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
  @Test
  void step_isNoDrift() {
    Trend trend = Trend.of(ChangePointsTest.steps(new Random(1), 5, 80, 100, 80, 130), demands());

    assertThat(trend.drift()).isNull();
    assertThat(trend.steps()).singleElement().extracting(Step::index).isEqualTo(80);
    assertThat(trend.steps().get(0).before()).isCloseTo(100, within(2.0));
    assertThat(trend.steps().get(0).after()).isCloseTo(130, within(2.0));
  }

  @Test
  void slope_isNoStep() {
    Trend trend = Trend.of(slope(300, 0.2), demands());

    assertThat(trend.steps()).isEmpty();
    assertThat(trend.drift()).isNotNull();
    assertThat(trend.drift().change()).isCloseTo(60, within(3.0));
  }

  @Test
  void slopeTooSmallToMatter_isNothing() {
    Trend trend = Trend.of(slope(300, 0.012), demands());

    assertThat(Drift.of(slope(300, 0.012)).significant(0.01, 1)).isTrue();
    assertThat(trend.drift()).isNull();
    assertThat(trend.steps()).isEmpty();
  }

  @Test
  void longSeries_keepsThePlaceOfTheStep() {
    Trend trend =
        Trend.of(ChangePointsTest.steps(new Random(1), 5, 7_000, 100, 3_000, 130), demands());

    assertThat(trend.steps()).singleElement().extracting(Step::index).isEqualTo(7_000);
  }

  private static Confirmation demands() {
    return Confirmation.DEFAULTS;
  }

  private static double[] slope(int points, double slope) {
    Random random = new Random(1);
    return IntStream.range(0, points)
        .mapToDouble(i -> 100 + slope * i + 2 * random.nextGaussian())
        .toArray();
  }
}
