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

/** A node that changes while the load moves all of them. */
class StandoutsTest {
  private static final int SETS = Integer.getInteger("heddle.study.sets", 50);
  private static final int RUNS = 200;
  private static final List<String> NODES = List.of("classify", "fetch", "send", "store");

  @Test
  void stepAgainstTheLoad_isFoundWhereItsOwnTimesHideIt() {
    List<Finding> findings = findings(runs(1, i -> i < 100 ? 1.25 : 1, 1.25));

    assertThat(findings)
        .anySatisfy(finding -> {
          assertThat(finding.kind()).isEqualTo("change-point");
          assertThat(finding.nodes()).containsExactly("fetch");
          assertThat(finding.evidence().get("measured")).isEqualTo("node against the others");
          assertThat((Long) finding.evidence().get("index")).isBetween(95L, 105L);
        });
  }

  @Test
  void stepsUnderADrift_areFound_andAllTogetherAreNot() {
    for (double step : new double[] {1.1, 1.2, 1}) {
      int found = 0;
      int others = 0;
      for (int seed = 0; seed < SETS; seed++) {
        List<Finding> findings = findings(runs(seed, i -> 1 + 0.5 * i / RUNS, step));
        found += findings.stream().anyMatch(it -> isStep(it, "fetch")) ? 1 : 0;
        others += findings.stream().anyMatch(StandoutsTest::isOfAnother) ? 1 : 0;
      }
      System.out.printf(
          "step of x%.1f under a drift of 50 %%: found in %d, another node named in %d of %d sets%n",
          step, found, others, SETS);
      assertThat(others).isLessThanOrEqualTo(SETS / 25);
      assertThat(found).isBetween(step > 1.15 ? SETS * 9 / 10 : 0, step == 1 ? SETS / 25 : SETS);
    }
  }

  private static boolean isStep(Finding finding, String node) {
    return finding.kind().equals("change-point") && finding.nodes().equals(List.of(node));
  }

  private static boolean isOfAnother(Finding finding) {
    return finding.nodes().stream().anyMatch(it -> !it.equals("fetch") && NODES.contains(it));
  }

  private static List<Finding> findings(List<Run> runs) {
    return Findings.of(Map.of(runs.get(0).workflow(), runs), Overlap.TOLERANT, Thresholds.DEFAULTS)
        .byWorkflow()
        .values()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  /** All nodes are as slow as the load makes them, one from the middle on by a factor more. */
  private static List<Run> runs(int seed, IntToDoubleFunction load, double step) {
    Random random = new Random(seed);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      RunSketch sketch = RunSketch.of("mail").id("run-" + i).startingAt(i * 1_000.0);
      double end = 0;
      for (String node : NODES) {
        double factor = node.equals("fetch") && i >= RUNS / 2 ? step : 1;
        double start = end;
        end += 40 * factor * load.applyAsDouble(i) * Math.exp(0.12 * random.nextGaussian());
        sketch.node(node, start, end);
      }
      runs.add(sketch.build());
    }
    return runs;
  }
}
