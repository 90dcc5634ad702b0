package io.heddle.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.RunSketch;
import io.heddle.core.advice.Finding;
import io.heddle.core.comparison.Thresholds;
import io.heddle.core.path.Overlap;
import io.heddle.runs.Run;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A run an hour, for sixteen days. */
class WeekTest {
  private static final double HOUR_MS = 3_600_000;
  private static final int HOURS = 16 * 24;

  @Test
  void weekendsFasterThanOtherDays_areNoChange() {
    assertThat(findings(hour -> isWeekend(hour) ? 0.6 : 1)).isEmpty();
  }

  @Test
  void twoDaysFasterOnce_areAChange() {
    assertThat(findings(hour -> isWeekend(hour) && hour < 7 * 24 ? 0.6 : 1))
        .isNotEmpty()
        .extracting(finding -> Math.round((long) finding.evidence().get("index") / 24.0))
        .containsOnly(5L, 7L);
  }

  @Test
  void aStepBesideTheWeekends_isTold() {
    assertThat(findings(hour -> (isWeekend(hour) ? 0.6 : 1) * (hour < 9 * 24 ? 1 : 1.5)))
        .anySatisfy(finding ->
            assertThat((long) finding.evidence().get("index")).isBetween(9 * 24L - 3, 9 * 24L + 3));
  }

  private static boolean isWeekend(int hour) {
    return hour / 24 % 7 >= 5;
  }

  private static List<Finding> findings(IntToDoubleFunction load) {
    Random random = new Random(5);
    List<Run> runs =
        IntStream.range(0, HOURS)
            .mapToObj(hour ->
                RunSketch.of("mail")
                    .id("run-" + hour)
                    .startingAt(hour * HOUR_MS)
                    .node("fetch", 0, 50 * load.applyAsDouble(hour) * noise(random))
                    .node("send", 100, 100 + 30 * load.applyAsDouble(hour) * noise(random))
                    .build())
            .toList();
    return Findings.of(Map.of(runs.get(0).workflow(), runs), Overlap.TOLERANT, Thresholds.DEFAULTS)
        .about(runs.get(0).workflow());
  }

  private static double noise(Random random) {
    return Math.exp(0.1 * random.nextGaussian());
  }
}
