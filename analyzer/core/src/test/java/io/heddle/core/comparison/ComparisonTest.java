package io.heddle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.RunSketch;
import io.heddle.core.comparison.ComparedWorkflow.CauseDelta;
import io.heddle.core.path.Overlap;
import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final int SETS = 1_000;
  private static final int RUNS = 100;

  @Test
  void slowerNode_isTheFirstCause() {
    ComparedWorkflow workflow = only(compare(runs(1, RUNS, 1), runs(2, RUNS, 1.3)));

    assertThat(workflow.delta().significant()).isTrue();
    assertThat(workflow.delta().meanMs()).isCloseTo(15, within(4.0));
    assertThat(workflow.causes().get(0).cause().node()).isEqualTo("fetch");
    assertThat(workflow.causes().get(0).delta().significant()).isTrue();
    assertThat(workflow.regressed()).isTrue();
  }

  @Test
  void causes_sumToTheChangeOfTheRun() {
    ComparedWorkflow workflow = only(compare(runs(1, 37, 1), runs(2, 41, 1.2)));

    double sum = workflow.causes().stream().mapToDouble(c -> c.delta().meanMs()).sum();
    assertThat(sum).isCloseTo(workflow.delta().meanMs(), within(1e-9));
  }

  @Test
  void slowerWayToAService_isChargedToTheCallee() {
    Comparison comparison = compare(calls(1, 20), calls(2, 45));

    CauseDelta first = only(comparison).causes().get(0);
    assertThat(first.cause().kind()).isEqualTo(CauseKind.EDGE);
    assertThat(first.cause().chargedTo()).isEqualTo("stock");
    assertThat(comparison.services().get(0).service()).isEqualTo("stock");
    assertThat(comparison.services().get(0).significant()).isTrue();
  }

  @Test
  void fasterWorkflow_isNoRegression() {
    ComparedWorkflow workflow = only(compare(runs(1, RUNS, 1.3), runs(2, RUNS, 1)));

    assertThat(workflow.delta().significant()).isTrue();
    assertThat(workflow.delta().meanMs()).isNegative();
    assertThat(workflow.causes().get(0).cause().node()).isEqualTo("fetch");
    assertThat(workflow.regressed()).isFalse();
  }

  @Test
  void moreFailures_areARegression() {
    ComparedWorkflow workflow = only(compare(failing(1, 0.02), failing(2, 0.4)));

    assertThat(workflow.errors().get(0).node().node()).isEqualTo("fetch");
    assertThat(workflow.errors().get(0).significant()).isTrue();
    assertThat(workflow.regressed()).isTrue();
  }

  @Test
  void coldRuns_areLeftOut() {
    List<Run> base = new ArrayList<>(runs(1, RUNS, 1));
    base.add(RunSketch.of("mail").id("cold").node("classify", 0, 5_000).cold().build());

    ComparedWorkflow workflow = only(compare(base, runs(2, RUNS, 1)));

    assertThat(workflow.runs().base()).isEqualTo(new Picked(RUNS, 1, 0, false));
    assertThat(workflow.delta().significant()).isFalse();
  }

  @Test
  void unfinishedRuns_areLeftOut_alsoBesideColdOnes() {
    List<Run> current = new ArrayList<>(runs(2, RUNS, 1));
    for (int i = 0; i < RUNS; i++) {
      current.add(RunSketch.of("mail").id("left" + i).node("classify", 0, 1).unfinished().build());
    }

    for (Comparison comparison :
        List.of(
            compare(runs(1, RUNS, 1), current),
            Comparison.withColdRuns(
                runs(1, RUNS, 1), current, Overlap.TOLERANT, Thresholds.DEFAULTS))) {
      assertThat(only(comparison).runs().current()).isEqualTo(new Picked(RUNS, 0, RUNS, false));
      assertThat(only(comparison).delta().significant()).isFalse();
    }
  }

  @Test
  void unfinishedRunsAlone_areComparedAsFarAsTheyWereSeen() {
    Run left = RunSketch.of("mail").id("left").node("classify", 0, 1).unfinished().build();
    ComparedWorkflow workflow = only(compare(runs(1, RUNS, 1), List.of(left, left)));
    assertThat(workflow.runs().current()).isEqualTo(new Picked(2, 0, 0, true));
  }

  @Test
  void orderOfRuns_doesNotMatter() {
    List<Run> base = new ArrayList<>(runs(1, RUNS, 1));
    List<Run> current = new ArrayList<>(runs(2, RUNS, 1.1));
    Comparison straight = compare(base, current);
    Collections.shuffle(base, new Random(1));
    Collections.shuffle(current, new Random(2));

    assertThat(compare(base, current)).isEqualTo(straight);
  }

  @Test
  void workflowInOneGroupOnly_isNotCompared() {
    assertThat(compare(runs(1, 5, 1), List.of()).workflows()).isEmpty();
    assertThat(compare(List.of(), runs(1, 5, 1)).workflows()).isEmpty();
  }

  /** At level 0.01 ten sets in a thousand may err; 19 is three standard deviations above. */
  @Test
  void nothingChanged_nothingIsFound() {
    int found = 0;
    for (int set = 0; set < SETS; set++) {
      found += findsAnything(compare(runs(2 * set, RUNS, 1), runs(2 * set + 1, RUNS, 1))) ? 1 : 0;
    }
    System.out.printf("differences found in %d A/A sets: %d%n", SETS, found);
    assertThat(found).isLessThanOrEqualTo(19);
  }

  @Test
  void tenPercentSlowerNode_isFound() {
    int found = 0;
    for (int set = 0; set < SETS; set++) {
      ComparedWorkflow workflow =
          only(compare(runs(2 * set, RUNS, 1), runs(2 * set + 1, RUNS, 1.1)));
      found += names(workflow, "fetch") ? 1 : 0;
    }
    System.out.printf("10 %% slower node found in %d of %d sets%n", found, SETS);
    assertThat(found).isGreaterThanOrEqualTo(SETS * 95 / 100);
  }

  private static boolean findsAnything(Comparison comparison) {
    return comparison.workflows().stream()
        .anyMatch(w ->
            w.delta().significant()
                || w.causes().stream().anyMatch(c -> c.delta().significant())
                || w.nodes().stream().anyMatch(n -> n.delta().significant())
                || w.errors().stream().anyMatch(ComparedWorkflow.ErrorDelta::significant));
  }

  private static boolean names(ComparedWorkflow workflow, String node) {
    return workflow.nodes().stream()
        .anyMatch(n -> n.delta().significant() && n.node().node().equals(node));
  }

  private static Comparison compare(List<Run> base, List<Run> current) {
    return Comparison.of(base, current, Overlap.TOLERANT, Thresholds.DEFAULTS);
  }

  private static ComparedWorkflow only(Comparison comparison) {
    assertThat(comparison.workflows()).hasSize(1);
    return comparison.workflows().get(0);
  }

  /** Three nodes in sequence, of 20, 50 and 30 ms with 12 % noise and a rare long tail. */
  private static List<Run> runs(int seed, int count, double factor) {
    Random random = new Random(seed);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double classified = noisy(random, 20);
      double fetched = classified + noisy(random, 50 * factor);
      double sent = fetched + noisy(random, 30);
      runs.add(
          RunSketch.of("mail")
              .id(seed + "-" + i)
              .node("classify", 0, classified)
              .node("fetch", classified, fetched)
              .node("send", fetched, sent)
              .build());
    }
    return runs;
  }

  private static double noisy(Random random, double ms) {
    double tail = random.nextInt(50) == 0 ? 3 : 1;
    return ms * Math.exp(0.12 * random.nextGaussian()) * tail;
  }

  private static List<Run> calls(int seed, double calleeMs) {
    Random random = new Random(seed);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      double end = 10 + noisy(random, calleeMs);
      runs.add(
          RunSketch.of("mail")
              .id(seed + "-" + i)
              .node("reserve", 0, end + 5)
              .operation("call stock", 5, end)
              .kind(Kind.CLIENT)
              .operation("GET /stock", 6, 16)
              .in("call stock")
              .kind(Kind.SERVER)
              .on("stock")
              .build());
    }
    return runs;
  }

  private static List<Run> failing(int seed, double rate) {
    Random random = new Random(seed);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      RunSketch sketch = RunSketch.of("mail").id(seed + "-" + i).node("fetch", 0, 10);
      runs.add(random.nextDouble() < rate ? sketch.error("timeout").build() : sketch.build());
    }
    return runs;
  }
}
