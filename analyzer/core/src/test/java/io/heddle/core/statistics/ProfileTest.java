package io.heddle.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.RunSketch;
import io.heddle.core.path.CriticalPath;
import io.heddle.core.path.Overlap;
import io.heddle.runs.Run;
import io.heddle.runs.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ProfileTest {
  private static final Offset<Double> EXACT = within(1e-9);

  @Test
  void durations_areExactOrWithinOnePercent() {
    List<Run> runs = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      runs.add(RunSketch.of("w").id("r" + i).node("a", 0, i).build());
    }
    NodeStatistics a = only(statistics(runs));
    assertThat(a.durationMs().mean()).isEqualTo(50.5, EXACT);
    assertThat(a.durationMs().min()).isEqualTo(1);
    assertThat(a.durationMs().max()).isEqualTo(100);
    assertThat(a.durationMs().p50()).isEqualTo(50, within(0.5));
    assertThat(a.durationMs().p95()).isEqualTo(95, within(0.95));
    assertThat(a.durationMs().p99()).isEqualTo(99, within(0.99));
    assertThat(a.varianceMs2()).isEqualTo(833.25, EXACT);
  }

  @Test
  void percentileOfTwo_isByNearestRank() {
    List<Run> runs = List.of(run("r1", 10), run("r2", 20));
    assertThat(only(statistics(runs)).durationMs().p50()).isEqualTo(10, within(0.1));
    assertThat(only(statistics(runs)).durationMs().p95()).isEqualTo(20, within(0.2));
  }

  @Test
  void counts_keepErrorsAttemptsColdAndCacheHitsApart() {
    Run run =
        RunSketch.of("w")
            .node("a", 0, 2)
            .cold()
            .error("timeout")
            .node("a", 3, 5)
            .attempt(2)
            .node("a", 6, 6)
            .visit(2)
            .cache("hit")
            .build();
    assertThat(only(statistics(List.of(run))).counts())
        .isEqualTo(new NodeStatistics.Counts(3, 1, 1, 1, 1));
  }

  @Test
  void selfTime_isWhatNoChildCovers() {
    Run run =
        RunSketch.of("w")
            .node("a", 0, 10)
            .operation("x", 1, 5)
            .operation("y", 3, 6)
            .operation("z", 8, 12)
            .until(10)
            .build();
    assertThat(only(statistics(List.of(run))).selfMs()).isEqualTo(3, EXACT);
  }

  @Test
  void pathShare_holdsTheOperationsBelowANode() {
    Run run =
        RunSketch.of("w").node("a", 0, 4).operation("x", 1, 3).node("b", 0, 2).until(8).build();
    WorkflowStatistics statistics = statistics(List.of(run));
    assertThat(statistics.nodes()).extracting(it -> it.key().node()).containsExactly("a", "b");
    assertThat(statistics.nodes().get(0).pathShare()).isEqualTo(0.5, EXACT);
    assertThat(statistics.nodes().get(1).pathShare()).isZero();
  }

  @Test
  void unfinishedRun_isCountedWithItsNodes_butNotTimed() {
    Run unfinished = RunSketch.of("w").id("r2").node("a", 0, 2).unfinished().build();
    WorkflowStatistics statistics = statistics(List.of(run("r1", 10), unfinished));
    assertThat(statistics.runs()).isEqualTo(2);
    assertThat(statistics.unfinishedRuns()).isEqualTo(1);
    assertThat(statistics.durationMs().mean()).isEqualTo(10, EXACT);
    assertThat(only(statistics).counts().executions()).isEqualTo(2);
    assertThat(only(statistics).durationMs().mean()).isEqualTo(6, EXACT);
  }

  @Test
  void pathShare_isThatOfFinishedRuns() {
    Run finished = RunSketch.of("w").id("r1").node("a", 0, 2).node("b", 2, 8).build();
    Run unfinished = RunSketch.of("w").id("r2").node("a", 0, 2).unfinished().build();
    for (List<Run> runs : List.of(List.of(finished, unfinished), List.of(unfinished, finished))) {
      assertThat(statistics(runs).nodes())
          .extracting(NodeStatistics::pathShare)
          .containsExactly(0.75, 0.25);
    }
  }

  /** What it was left with is its cancellation; nobody knows whether it would have failed. */
  @Test
  void unfinishedRun_didNotFail() {
    Run failed = RunSketch.of("w").id("r1").error("refused").node("a", 0, 2).build();
    Run left = RunSketch.of("w").id("r2").error("cancelled").node("a", 0, 2).unfinished().build();
    assertThat(statistics(List.of(failed, left)).failedRuns()).isEqualTo(1);
  }

  @Test
  void unfinishedRunsAlone_areTimedAsFarAsTheyWereSeen() {
    Run unfinished = RunSketch.of("w").node("a", 0, 2).until(4).unfinished().build();
    WorkflowStatistics statistics = statistics(List.of(unfinished));
    assertThat(statistics.unfinishedRuns()).isEqualTo(1);
    assertThat(statistics.durationMs().mean()).isEqualTo(4, EXACT);
    assertThat(only(statistics).pathShare()).isEqualTo(0.5, EXACT);
  }

  @Test
  void wait_isNullUnlessRecorded() {
    assertThat(only(statistics(List.of(run("r", 10)))).waitMs()).isNull();
    Run waited = RunSketch.of("w").node("a", 5, 9).waited(3).build();
    assertThat(only(statistics(List.of(waited))).waitMs().mean()).isEqualTo(3, EXACT);
  }

  @Test
  void lastDurations_areTheLatestTwentyOldestFirst() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      runs.add(RunSketch.of("w").id("r" + i).startingAt(i * 1000).node("a", 0, i + 1).build());
    }
    Collections.shuffle(runs, new Random(7));
    assertThat(only(statistics(runs)).lastDurationsMs())
        .hasSize(20)
        .isSorted()
        .contains(11.0, 30.0);
  }

  @Test
  void tokens_countOnceAtTheLeaves() {
    Run run =
        RunSketch.of("w")
            .node("agent", 0, 9)
            .tokens("m", 30, 3)
            .operation("chat", 1, 3)
            .tokens("m", 10, 1)
            .operation("chat", 4, 6)
            .tokens("m", 20, 2)
            .build();
    Tokens tokens = new Tokens(30L, 3L, null, null, null);
    assertThat(statistics(List.of(run)).tokens()).isEqualTo(tokens);
    assertThat(only(statistics(List.of(run))).tokens()).isEqualTo(tokens);
  }

  @Test
  void workflowWithNothingBelowItsRoot_hasTheRootAsItsNode() {
    NodeStatistics node = only(statistics(List.of(RunSketch.of("w").until(4).build())));
    assertThat(node.key().node()).isEqualTo("w");
    assertThat(node.pathShare()).isEqualTo(1);
  }

  @Test
  void merge_isExactInAnyOrderAndGrouping() {
    Random random = new Random(11);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      runs.add(random(random, i));
    }
    WorkflowStatistics whole = statistics(runs);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(runs, random);
      int cut = random.nextInt(runs.size());
      Profile left = profile(runs.subList(0, cut));
      left.merge(new Profile());
      Profile right = profile(runs.subList(cut, runs.size()));
      right.merge(left);
      assertThat(figures(right)).isEqualTo(whole);
    }
  }

  private static Run random(Random random, int i) {
    RunSketch sketch = RunSketch.of("w").id("r" + i).startingAt(i * 100.0);
    double at = 0;
    for (String node : List.of("a", "b", "c")) {
      double end = at + Math.exp(random.nextGaussian()) * 3;
      sketch.node(node, at, end).tokens("m" + random.nextInt(2), random.nextInt(9), 1);
      at = end + random.nextDouble();
    }
    return (i % 7 == 0 ? sketch.unfinished() : sketch).build();
  }

  private static Run run(String id, double ms) {
    return RunSketch.of("w").id(id).node("a", 0, ms).build();
  }

  private static NodeStatistics only(WorkflowStatistics statistics) {
    assertThat(statistics.nodes()).hasSize(1);
    return statistics.nodes().get(0);
  }

  private static WorkflowStatistics statistics(List<Run> runs) {
    return figures(profile(runs));
  }

  private static Profile profile(List<Run> runs) {
    Profile profile = new Profile();
    runs.forEach(run -> profile.add(run, CriticalPath.of(run, Overlap.TOLERANT)));
    return profile;
  }

  private static WorkflowStatistics figures(Profile profile) {
    return profile.statistics(run("r", 1).workflow(), PriceTable.NONE, Map.of());
  }
}
