package io.heddle.core.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.RunSketch;
import io.heddle.core.statistics.Leverage;
import io.heddle.core.statistics.NodeKey;
import io.heddle.runs.Run;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayTest {
  @Test
  void diamond_waitsForTheSlowerBranch() {
    Run run =
        RunSketch.of("w")
            .node("a", 0, 10)
            .node("b", 10, 50)
            .node("c", 10, 40)
            .node("d", 50, 60)
            .build();
    assertThat(predictedMs(run, new Change.Scale("b", 0.0))).isEqualTo(50);
    assertThat(predictedMs(run, new Change.Shift("c", 30))).isEqualTo(80);
    assertThat(predictedMs(run, new Change.Shift("c", 5))).isEqualTo(60);
  }

  @Test
  void zero_keepsTheGap_butRemovalDoesNot() {
    Run run = RunSketch.of("w").node("a", 0, 10).node("b", 15, 30).node("c", 30, 40).build();
    assertThat(predictedMs(run, new Change.Scale("b", 0))).isEqualTo(25);
    assertThat(predictedMs(run, new Change.Remove("b"))).isEqualTo(20);
  }

  @Test
  void shrinkingBelowNothing_stopsAtNothing() {
    Run run = RunSketch.of("w").node("a", 0, 10).node("b", 10, 30).build();
    assertThat(predictedMs(run, new Change.Shift("a", -50))).isEqualTo(20);
  }

  @Test
  void severalChanges_actTogether() {
    Run run = RunSketch.of("w").node("a", 0, 10).node("b", 10, 30).build();
    Prediction prediction =
        Replay.of(List.of(run)).ask(List.of(new Change.Fix("a", 4), new Change.Scale("b", 2)));
    assertThat(prediction.predicted().meanMs()).isEqualTo(44);
  }

  @Test
  void whoWasReadyBefore_waitedForAServer_notForWhatEnded() {
    Run run =
        RunSketch.of("w")
            .node("m", 0, 10)
            .node("m", 0, 10)
            .node("m", 10, 20)
            .waited(10)
            .node("m", 10, 20)
            .waited(10)
            .build();
    Replay replay = Replay.of(Collections.nCopies(4, run));

    assertThat(replay.limit()).isEqualTo(2);
    assertThat(replay.ask(List.of(new Change.Scale("m", 0.5))).meanMs()).isEqualTo(-10);
    assertThat(replay.ask(List.of(new Change.Each("m", new Served()))).meanMs()).isEqualTo(-10);
  }

  private static final class Served implements Change.Treatment {
    @Override
    public boolean needsServer() {
      return false;
    }
  }

  @Test
  void oneServer_isALimitToo_whereWaitsWereRecorded() {
    Run run = RunSketch.of("w").node("a", 0, 50).node("b", 50, 90).waited(50).build();
    Replay replay = Replay.of(Collections.nCopies(4, run));

    assertThat(replay.limit()).isEqualTo(1);
    assertThat(replay.ask(List.of(new Change.Scale("a", 0))).meanMs()).isEqualTo(-50);
    assertThat(replay.ask(List.of(new Change.Each("b", new Served()))).meanMs()).isEqualTo(-40);
  }

  @Test
  void branchesThatADefinitionDeclares_lackNoWorkers() {
    Run run =
        RunSketch.of("w")
            .node("a", 0, 10)
            .node("b", 10, 50)
            .node("c", 50, 90)
            .waited(40)
            .edge("a", "b")
            .edge("a", "c")
            .build();
    assertThat(Replay.of(Collections.nCopies(4, run)).limit()).isNull();
  }

  @Test
  void aRecordedWait_liftsNoOrderUnlessWorkersAreFew() {
    Run run = RunSketch.of("w").node("a", 0, 50).node("b", 50, 90).waited(5).build();
    Replay replay = Replay.of(List.of(run));

    assertThat(replay.limit()).isNull();
    assertThat(replay.ask(List.of(new Change.Scale("a", 0))).meanMs()).isEqualTo(-50);
  }

  @Test
  void recordedEdges_beatTime() {
    Run run =
        RunSketch.of("w")
            .node("a", 0, 10)
            .node("b", 0, 20)
            .node("c", 25, 40)
            .after("a")
            .node("d", 40, 50)
            .after("b", "c")
            .build();
    Prediction prediction = Replay.of(List.of(run)).ask(List.of(new Change.Scale("a", 0)));
    assertThat(prediction.edges().recorded()).isEqualTo(3);
    assertThat(prediction.edges().serial()).isEqualTo(1);
  }

  @Test
  void oneCounterExample_removesAnInferredEdge() {
    Run ordered = RunSketch.of("w").node("a", 0, 10).node("b", 10, 30).build();
    Run overlapping = RunSketch.of("w").id("2").node("a", 0, 20).node("b", 10, 30).build();
    assertThat(edges(ordered).inferred()).isEqualTo(1);
    assertThat(edges(ordered, overlapping).inferred()).isZero();
  }

  @Test
  void changingOrder_isSerial() {
    Run one = RunSketch.of("w").node("a", 0, 10).node("b", 10, 30).build();
    Run other = RunSketch.of("w").id("2").node("b", 0, 20).node("a", 20, 30).build();
    assertThat(edges(one, other)).isEqualTo(new EdgeCounts(0, 0, 0, 0, 2));
  }

  @Test
  void serialBranches_runSideBySideOnceLifted() {
    Run run =
        RunSketch.of("w")
            .node("load", 0, 10)
            .node("a", 11, 51)
            .after("load")
            .node("b", 53, 83)
            .after("load")
            .node("join", 84, 90)
            .after("a", "b")
            .build();
    Prediction prediction =
        Replay.of(List.of(run)).ask(List.of(Change.Parallel.of(List.of("a", "b"))));
    assertThat(prediction.edges()).isEqualTo(new EdgeCounts(4, 0, 0, 0, 1));
    // b now starts at 10 + its own gap of 2 and ends at 42, a still ends at 51
    assertThat(prediction.predicted().meanMs()).isEqualTo(58);
  }

  @Test
  void liftedNodes_areAllAwaitedByWhatFollows() {
    Run run =
        RunSketch.of("w")
            .node("a", 0, 40)
            .node("b", 40, 60)
            .node("c", 60, 70)
            .node("join", 70, 80)
            .build();
    assertThat(predictedMs(run, Change.Parallel.of(List.of("a", "b", "c")))).isEqualTo(50);
  }

  @Test
  void roundsOfALoop_stayInOrderWhenLifted() {
    Run run =
        RunSketch.of("w")
            .node("a", 0, 10)
            .node("b", 10, 20)
            .node("a", 20, 30)
            .visit(2)
            .node("b", 30, 40)
            .visit(2)
            .build();
    assertThat(predictedMs(run, Change.Parallel.of(List.of("a", "b")))).isEqualTo(20);
  }

  @Test
  void dataFlow_isAnEdgeOfItsOwn() {
    Run run =
        RunSketch.of("w")
            .node("a", 0, 10)
            .reads()
            .writes("x")
            .node("b", 10, 30)
            .reads("x")
            .writes("y")
            .build();
    assertThat(edges(run)).isEqualTo(new EdgeCounts(0, 1, 0, 0, 0));
  }

  @Test
  void definition_passesOverWhatNeverRuns() {
    Run run =
        RunSketch.of("w")
            .node("a", 0, 10)
            .node("b", 10, 30)
            .edge("START", "a")
            .edge("a", "router")
            .conditionalEdge("router", "b")
            .build();
    assertThat(edges(run)).isEqualTo(new EdgeCounts(0, 0, 1, 0, 0));
  }

  @Test
  void nestedChange_movesTheEndsAbove() {
    Run run =
        RunSketch.of("w")
            .node("outer", 0, 50)
            .node("inner", 5, 45)
            .in("outer")
            .operation("call", 10, 30)
            .node("last", 50, 60)
            .build();
    assertThat(predictedMs(run, new Change.Scale("call", 0))).isEqualTo(40);
    assertThat(predictedMs(run, new Change.Scale("inner", 0.5))).isEqualTo(40);
    assertThat(predictedMs(run, new Change.Scale("outer", 2))).isEqualTo(110);
  }

  @Test
  void equalNamesOneInsideTheOther_changeOnce() {
    Run run = RunSketch.of("w").node("sub", 0, 40).operation("sub", 0, 40).build();
    assertThat(predictedMs(run, new Change.Scale("sub", 0.5))).isEqualTo(20);
  }

  @Test
  void asynchronousWork_holdsNobodyUp() {
    Run run =
        RunSketch.of("w")
            .node("a", 0, 10)
            .node("audit", 10, 90)
            .async()
            .node("b", 10, 30)
            .until(30)
            .build();
    assertThat(predictedMs(run, new Change.Scale("audit", 9))).isEqualTo(30);
  }

  @Test
  void furtherTraces_belongToTheRun() {
    Run run =
        RunSketch.of("w").node("a", 0, 10).root("w", 20, 40).node("b", 12, 18).until(30).build();
    assertThat(predictedMs(run, new Change.Scale("a", 0))).isEqualTo(20);
  }

  @Test
  void cache_answersRepeatsOfEqualInputs() {
    List<Run> runs =
        List.of(
            cached("1", 0, 7), cached("2", 1_000, 8), cached("3", 2_000, 7), cached("4", 9_000, 7));
    assertThat(deltaMs(runs, Change.Cache.ideal("ask"))).isEqualTo(-20);
    assertThat(deltaMs(runs, new Change.Cache("ask", null, Duration.ofSeconds(5)))).isEqualTo(-10);
    assertThat(deltaMs(runs, new Change.Cache("ask", "elsewhere", null))).isZero();
  }

  @Test
  void failedExecution_isNoAnswerForACache() {
    Run failed =
        RunSketch.of("w").node("ask", 0, 40).classes(1, 1).error("boom").node("x", 40, 50).build();
    assertThat(deltaMs(List.of(failed, cached("2", 1_000, 1)), Change.Cache.ideal("ask"))).isZero();
  }

  @Test
  void coldRuns_areLeftOutUnlessThereIsNothingElse() {
    Run cold = RunSketch.of("w").node("a", 0, 500).cold().build();
    Run warm = RunSketch.of("w").id("2").node("a", 0, 10).build();
    assertThat(Replay.of(List.of(cold, warm)).ask(List.of()).baseline().meanMs()).isEqualTo(10);
    assertThat(Replay.of(List.of(cold, warm)).ask(List.of()).replayed()).isEqualTo(1);
    assertThat(Replay.of(List.of(cold)).ask(List.of()).replayed()).isEqualTo(1);
  }

  /** The branch beside it had always ended when the third attempt started. */
  @Test
  void furtherAttempt_waitsForTheOneBefore_andForNothingBeside() {
    Run run =
        RunSketch.of("w")
            .node("side", 0, 60)
            .node("x", 0, 20)
            .error("503")
            .node("x", 30, 50)
            .attempt(2)
            .error("503")
            .node("x", 80, 100)
            .attempt(3)
            .node("join", 100, 110)
            .after("side", "x")
            .build();
    assertThat(Replay.of(List.of(run)).ask(List.of(new Change.Scale("x", 0))).meanMs())
        .isEqualTo(-40);
  }

  @Test
  void unfinishedRuns_areLeftOutUnlessThereIsNothingElse() {
    Run unfinished = RunSketch.of("w").node("a", 0, 1).unfinished().build();
    Run cold = RunSketch.of("w").id("2").node("a", 0, 10).cold().build();
    assertThat(Replay.of(List.of(unfinished, cold)).replayedRuns()).containsExactly(cold);
    assertThat(Replay.of(List.of(unfinished)).replayedRuns()).containsExactly(unfinished);
  }

  @Test
  void orderOfRuns_doesNotMatter() {
    List<Run> runs = Simulation.runs(40, Workflow.LOOP);
    List<Run> reversed = new java.util.ArrayList<>(runs);
    java.util.Collections.reverse(reversed);
    List<Change> changes = List.of(new Change.Scale("x", 0.5));
    assertThat(Replay.of(reversed).ask(changes)).isEqualTo(Replay.of(runs).ask(changes));
  }

  @Test
  void unknownNode_isRefusedWithTheKnownOnes() {
    Run run = RunSketch.of("w").node("b", 0, 10).node("a", 10, 20).build();
    assertThatThrownBy(() -> predictedMs(run, new Change.Scale("c", 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown node 'c'; known are a, b");
  }

  @Test
  void noRun_isRefused() {
    assertThatThrownBy(() -> Replay.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void dragAndSlack_tellWhoHoldsTheRunUp() {
    Run run =
        RunSketch.of("w")
            .node("a", 0, 10)
            .node("b", 10, 50)
            .node("c", 10, 40)
            .node("d", 50, 60)
            .build();
    var leverage = Replay.of(List.of(run)).leverage();
    assertThat(leverage.get(new NodeKey("shop", "b"))).isEqualTo(new Leverage(10, 0.0));
    assertThat(leverage.get(new NodeKey("shop", "c"))).isEqualTo(new Leverage(0, 10.0));
    assertThat(leverage.get(new NodeKey("shop", "a"))).isEqualTo(new Leverage(10, 0.0));
  }

  @Test
  void slackBelowAsynchronousWork_isUnbounded() {
    Run run =
        RunSketch.of("w")
            .node("a", 0, 10)
            .node("mail", 1, 9)
            .async()
            .operation("short", 1, 3)
            .operation("long", 1, 9)
            .until(10)
            .build();
    var leverage = Replay.of(List.of(run)).leverage();
    assertThat(leverage.get(new NodeKey("shop", "short"))).isEqualTo(new Leverage(0, null));
  }

  @Test
  void interval_holdsTheMean() {
    Prediction prediction =
        Replay.of(Simulation.runs(50, Workflow.FORK_JOIN)).ask(List.of(new Change.Scale("x", 0)));
    assertThat(prediction.meanMs())
        .isBetween(prediction.intervalMs().low(), prediction.intervalMs().high());
    assertThat(prediction.predicted().meanMs() - prediction.baseline().meanMs())
        .isCloseTo(prediction.meanMs(), within(1e-9));
  }

  private static Run cached(String id, double startMs, long input) {
    return RunSketch.of("w")
        .id(id)
        .startingAt(startMs)
        .node("ask", 0, 40)
        .classes(input, input)
        .node("x", 40, 50)
        .build();
  }

  private static double deltaMs(List<Run> runs, Change change) {
    return Replay.of(runs).ask(List.of(change)).meanMs();
  }

  private static double predictedMs(Run run, Change change) {
    return Replay.of(List.of(run)).ask(List.of(change)).predicted().meanMs();
  }

  private static EdgeCounts edges(Run... runs) {
    return Replay.of(List.of(runs)).ask(List.of()).edges();
  }
}
