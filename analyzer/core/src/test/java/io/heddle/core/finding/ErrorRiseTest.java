package io.heddle.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.RunSketch;
import io.heddle.core.advice.Finding;
import io.heddle.core.comparison.Thresholds;
import io.heddle.core.path.Overlap;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** {@code -Dheddle.study.sets} sets how many sets without a change are searched. */
class ErrorRiseTest {
  private static final int CONTROLS = Integer.getInteger("heddle.study.sets", 300);
  private static final int PLANTED = 50;
  private static final int RUNS = 200;

  @Test
  void errorsThatRiseLittleByLittle_areADrift() {
    List<Finding> findings = findings(runs(1, i -> 0.5 * i / RUNS));

    assertThat(findings).extracting(Finding::kind).containsExactly("drift");
    assertThat(findings.get(0).evidence().values()).containsKeys("from", "to", "errorRateAfter");
  }

  @Test
  void errorsThatRiseAtOnce_areAChangePointOfTheNodeThatFails() {
    List<Finding> findings = findings(runs(1, i -> i < 100 ? 0.02 : 0.3));

    assertThat(findings).extracting(Finding::kind).containsExactly("change-point");
    assertThat((Long) findings.get(0).evidence().get("index")).isBetween(85L, 115L);
    assertThat(findings.get(0).nodes()).containsExactly("query");
    assertThat(findings.get(0).evidence().get("measured")).isEqualTo("errorRate");
    assertThat((Double) findings.get(0).evidence().get("errorRateBefore")).isBetween(0.0, 0.05);
    assertThat((Double) findings.get(0).evidence().get("errorRateAfter")).isBetween(0.2, 0.4);
    assertThat((Double) findings.get(0).evidence().get("pValue")).isLessThan(0.01 / 3);
    assertThat(String.valueOf(findings.get(0).evidence().get("consequences")))
        .contains("node=fetch");
  }

  @Test
  void fallingErrors_areNoFinding() {
    assertThat(findings(runs(1, i -> i < 100 ? 0.3 : 0.02))).isEmpty();
  }

  @Test
  void fewerThanFivePoints_areNoFinding_howeverSure() {
    assertThat(findings(runs(1, 6_000, i -> i < 3_000 ? 0.01 : 0.04))).isEmpty();
  }

  @Test
  void planted_isFoundAndNamed() {
    int steps = 0;
    int slopes = 0;
    int late = 0;
    for (int seed = 0; seed < PLANTED; seed++) {
      steps += finds("change-point", runs(seed, i -> i < 100 ? 0.02 : 0.3));
      slopes += finds("drift", runs(seed, i -> 0.5 * i / RUNS));
      late += finds("change-point", runs(seed, i -> i < 150 ? 0.03 : 0.5));
    }
    System.out.printf(
        "rising errors found of %d: steps %d, late %d, slopes %d%n", PLANTED, steps, late, slopes);
    assertThat(steps).isGreaterThanOrEqualTo(PLANTED * 7 / 10);
    assertThat(late).isGreaterThanOrEqualTo(PLANTED * 7 / 10);
    assertThat(slopes).isGreaterThanOrEqualTo(PLANTED * 6 / 10);
  }

  /** At a third of level 0.01 one set in 300 may err. */
  @Test
  void steadyErrors_areNoFinding_alsoInBursts() {
    int loud = 0;
    for (int seed = 0; seed < CONTROLS; seed++) {
      double rate = 0.06 + 0.3 * new Random(seed).nextDouble();
      loud +=
          findings(runs(seed, seed % 2 == 0 ? i -> rate : bursts(seed, rate))).isEmpty() ? 0 : 1;
    }
    System.out.printf("rising errors found in %d of %d sets without a rise%n", loud, CONTROLS);
    assertThat(loud).isLessThanOrEqualTo(CONTROLS / 300);
  }

  /** Trouble that begins in one run of twenty and lasts for five in the mean. */
  private static IntToDoubleFunction bursts(int seed, double rate) {
    Random luck = new Random(seed + 77_777L);
    boolean[] trouble = new boolean[1];
    return i -> {
      trouble[0] = trouble[0] ? luck.nextInt(5) > 0 : luck.nextInt(20) == 0;
      return trouble[0] ? 3 * rate : rate / 3;
    };
  }

  private static int finds(String kind, List<Run> runs) {
    List<Finding> findings = findings(runs);
    return findings.size() == 1
            && findings.get(0).nodes().equals(List.of("query"))
            && findings.get(0).kind().equals(kind)
        ? 1
        : 0;
  }

  private static List<Finding> findings(List<Run> runs) {
    return Findings.of(Map.of(runs.get(0).workflow(), runs), Overlap.TOLERANT, Thresholds.DEFAULTS)
        .about(runs.get(0).workflow());
  }

  private static List<Run> runs(int seed, IntToDoubleFunction rate) {
    return runs(seed, RUNS, rate);
  }

  /** An operation fails in that share of the runs, and the node above it with it. */
  private static List<Run> runs(int seed, int count, IntToDoubleFunction rate) {
    Random random = new Random(seed);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean fails = random.nextDouble() < rate.applyAsDouble(i);
      double end = 20 * Math.exp(0.1 * random.nextGaussian());
      RunSketch sketch =
          RunSketch.of("mail").id("run-" + i).startingAt(1_000.0 * i).node("fetch", 0, end + 2);
      sketch = fails ? sketch.error("timeout") : sketch;
      sketch = sketch.operation("query", 1, end);
      runs.add((fails ? sketch.error("timeout") : sketch).build());
    }
    return runs;
  }
}
