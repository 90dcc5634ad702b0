package io.heddle.core.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.Analysis;
import io.heddle.core.Options;
import io.heddle.core.RunSketch;
import io.heddle.core.comparison.ComparedWorkflow;
import io.heddle.core.comparison.Comparison;
import io.heddle.core.comparison.Thresholds;
import io.heddle.core.path.Overlap;
import io.heddle.core.replay.Interval;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Busy and quiet times that last for many runs are no change of the workflow. */
class LastingLoadTest {
  private static final int SETS = Integer.getInteger("heddle.study.sets", 100);
  private static final int RUNS = 100;
  private static final double MEMORY = 0.9;

  @Test
  void loadThatComesAndGoes_isNoFinding() {
    List<String> said = new ArrayList<>();
    int loud = 0;
    for (int seed = 0; seed < SETS; seed++) {
      List<Run> runs = new ArrayList<>(runs(seed, 0, "1"));
      runs.addAll(runs(seed + 100_000, RUNS, "2"));
      List<String> told =
          Analysis.of(runs, Options.DEFAULTS).findings().stream()
              .map(it -> it.kind() + " " + it.nodes())
              .toList();
      said.addAll(told);
      loud += told.isEmpty() ? 0 : 1;
    }
    System.out.printf("findings in %d of %d sets under lasting load: %s%n", loud, SETS, said);
    assertThat(loud).isLessThanOrEqualTo(SETS / 10);
  }

  @Test
  void twoTimesOfOneLoad_areNotTakenForDifferent_andIntervalsHoldTheTruth() {
    int different = 0;
    int hold = 0;
    for (int seed = 0; seed < SETS; seed++) {
      ComparedWorkflow compared = compare(seed, RUNS);
      different += saysAnything(compared) ? 1 : 0;
      Interval interval = compared.delta().interval();
      hold += interval.low() <= 0 && interval.high() >= 0 ? 1 : 0;
    }
    System.out.printf(
        "differences in %d, intervals that hold 0 in %d of %d A/A sets under lasting load%n",
        different, hold, SETS);
    assertThat(different).isLessThanOrEqualTo(SETS * 7 / 100);
    assertThat(hold).isGreaterThanOrEqualTo(SETS * 91 / 100);
  }

  /** Both groups meet the same load at the same times: only the node itself differs. */
  @Test
  void groupsThatTakeTurns_showASlowerNode() {
    int found = 0;
    for (int seed = 0; seed < SETS; seed++) {
      found += names(takingTurns(seed), "fetch") ? 1 : 0;
    }
    System.out.printf("slower node found in %d of %d canaries under lasting load%n", found, SETS);
    assertThat(found).isGreaterThanOrEqualTo(SETS * 95 / 100);
  }

  private static boolean saysAnything(ComparedWorkflow compared) {
    return compared.delta().significant()
        || compared.causes().stream().anyMatch(it -> it.delta().significant())
        || compared.nodes().stream().anyMatch(it -> it.delta().significant());
  }

  private static boolean names(ComparedWorkflow compared, String node) {
    return compared.causes().get(0).cause().node().equals(node)
        && compared.causes().get(0).delta().significant();
  }

  private static ComparedWorkflow compare(int seed, int after) {
    return compared(runs(seed, 0, "1"), runs(seed + 100_000, after, "1"));
  }

  private static ComparedWorkflow takingTurns(int seed) {
    Random random = new Random(seed);
    List<Run> base = new ArrayList<>();
    List<Run> current = new ArrayList<>();
    double load = 0;
    for (int i = 0; i < 2 * RUNS; i++) {
      load = next(load, random);
      boolean canary = random.nextBoolean();
      (canary ? current : base).add(run(random, i, "1", load, canary ? 1.25 : 1));
    }
    return compared(base, current);
  }

  private static ComparedWorkflow compared(List<Run> base, List<Run> current) {
    return Comparison.of(base, current, Overlap.TOLERANT, Thresholds.DEFAULTS).workflows().get(0);
  }

  private static List<Run> runs(int seed, int first, String version) {
    Random random = new Random(seed);
    List<Run> runs = new ArrayList<>();
    double load = 0.12 * random.nextGaussian();
    for (int i = 0; i < RUNS; i++) {
      load = next(load, random);
      runs.add(run(random, first + i, version, load, 1));
    }
    return runs;
  }

  private static double next(double load, Random random) {
    return MEMORY * load + 0.12 * Math.sqrt(1 - MEMORY * MEMORY) * random.nextGaussian();
  }

  /** Three nodes in sequence, of 20, 50 and 30 ms, all slowed by one load. */
  private static Run run(Random random, int number, String version, double load, double factor) {
    double classified = noisy(random, 20, load);
    double fetched = classified + noisy(random, 50 * factor, load);
    double sent = fetched + noisy(random, 30, load);
    return RunSketch.of("mail")
        .id("run-" + number)
        .version(version)
        .rootAttribute("service.version", version)
        .startingAt(number * 1_000.0)
        .node("classify", 0, classified)
        .node("fetch", classified, fetched)
        .node("send", fetched, sent)
        .build();
  }

  private static double noisy(Random random, double ms, double load) {
    double tail = random.nextInt(50) == 0 ? 3 : 1;
    return ms * tail * Math.exp(load + 0.12 * random.nextGaussian());
  }
}
