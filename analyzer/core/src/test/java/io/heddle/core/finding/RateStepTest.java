package io.heddle.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RateStepTest {
  @Test
  void levelsThatFollowEachOther_areAStepAtItsPlace() {
    double[] failed = new double[100];
    Arrays.fill(failed, 70, 100, 1);

    assertThat(RateStep.ofCloserThanLine(failed)).isEqualTo(new RateStep(70, 0, 1));
  }

  @Test
  void rateThatGrowsEvenly_isNoStep() {
    double[] failed = new double[400];
    Arrays.setAll(failed, i -> (i * 37 % 400) < i ? 1 : 0);

    assertThat(RateStep.ofCloserThanLine(failed)).isNull();
  }

  @Test
  void tooFewRuns_areNoStep() {
    assertThat(RateStep.ofCloserThanLine(new double[] {0, 0, 1, 1})).isNull();
  }
}
