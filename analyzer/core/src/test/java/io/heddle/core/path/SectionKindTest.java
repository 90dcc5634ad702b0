package io.heddle.core.path;

import static io.heddle.core.path.CriticalPathTest.pieces;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.RunSketch;
import io.heddle.runs.Execution.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SectionKindTest {
  @Test
  void gapOfTheRootBetweenNodes_isTheEngines() {
    assertThat(of(RunSketch.of("w").node("a", 1, 4).node("b", 6, 9).until(10)))
        .containsExactly("w 0-1 self", "a 1-4 self", "w 4-6 engine", "b 6-9 self", "w 9-10 self");
  }

  @Test
  void gapBetweenOperations_isTheNodesOwn() {
    assertThat(of(RunSketch.of("w").node("a", 0, 9).operation("x", 0, 4).operation("y", 5, 9)))
        .containsExactly("x 0-4 self", "a 4-5 self", "y 5-9 self");
  }

  @Test
  void clientOverItsServer_waitsForTheCallee() {
    assertThat(
            of(
                RunSketch.of("w")
                    .node("a", 0, 9)
                    .operation("GET", 1, 8)
                    .kind(Kind.CLIENT)
                    .operation("GET /x", 2, 6)
                    .in("GET")
                    .on("stock")
                    .kind(Kind.SERVER)))
        .containsExactly(
            "a 0-1 self",
            "GET 1-2 edge stock",
            "GET /x 2-6 self",
            "GET 6-8 edge stock",
            "a 8-9 self");
  }

  @Test
  void spanWithAllChildrenInOneOtherService_waitsForIt() {
    assertThat(of(RunSketch.of("w").node("a", 0, 9).operation("x", 2, 4).on("stock")))
        .containsExactly("a 0-2 edge stock", "x 2-4 self", "a 4-9 edge stock");
  }

  @Test
  void childrenInTwoServices_areNoEdge() {
    assertThat(
            of(
                RunSketch.of("w")
                    .node("a", 0, 9)
                    .operation("x", 0, 4)
                    .on("stock")
                    .operation("y", 5, 9)
                    .on("price")))
        .containsExactly("x 0-4 self", "a 4-5 self", "y 5-9 self");
  }

  @Test
  void detachedChild_doesNotCountForTheEdge() {
    assertThat(
            of(
                RunSketch.of("w")
                    .node("a", 0, 9)
                    .operation("x", 0, 4)
                    .on("stock")
                    .operation("log", 5, 6)
                    .on("audit")
                    .async()))
        .containsExactly("x 0-4 self", "a 4-9 edge stock");
  }

  @Test
  void recordedWait_isAQueueOfTheWaiting() {
    assertThat(of(RunSketch.of("w").node("a", 0, 4).node("b", 9, 12).waited(3)))
        .containsExactly("a 0-4 self", "w 4-6 engine", "b 6-9 queue", "b 9-12 self");
  }

  @Test
  void recordedWait_isCutToWhatTheWalkLeavesFree() {
    assertThat(of(RunSketch.of("w").node("a", 0, 4).node("b", 9, 12).waited(30)))
        .containsExactly("a 0-4 self", "b 4-9 queue", "b 9-12 self");
  }

  @Test
  void gapAfterARecordedPredecessor_isAQueue() {
    assertThat(of(RunSketch.of("w").node("a", 0, 4).node("b", 6, 9).after("a").until(10)))
        .containsExactly("a 0-4 self", "b 4-6 queue", "b 6-9 self", "w 9-10 self");
  }

  @Test
  void recordedWait_beatsALink() {
    assertThat(of(RunSketch.of("w").node("a", 0, 4).node("b", 6, 9).after("a").waited(1)))
        .containsExactly("a 0-4 self", "w 4-5 engine", "b 5-6 queue", "b 6-9 self");
  }

  @Test
  void gapBetweenTwoAttempts_isBackoff() {
    assertThat(
            of(
                RunSketch.of("w")
                    .node("a", 0, 4)
                    .error("timeout")
                    .node("a", 6, 9)
                    .attempt(2)
                    .waited(1)))
        .containsExactly("a 0-4 self", "a 4-6 backoff", "a 6-9 self");
  }

  @Test
  void recordedEdge_beatsTime() {
    RunSketch sketch =
        RunSketch.of("w").node("a", 0, 3).node("b", 0, 6).node("c", 7, 10).after("a");
    assertThat(of(sketch)).containsExactly("a 0-3 self", "c 3-7 queue", "c 7-10 self");
  }

  @Test
  void nodeWithoutPredecessor_followsTheRoot() {
    RunSketch sketch =
        RunSketch.of("w").node("a", 0, 3).node("b", 3, 5).after("a").node("c", 6, 10);
    assertThat(of(sketch)).containsExactly("w 0-6 self", "c 6-10 self");
  }

  @Test
  void edgesInsideANode_leaveTheOrderAroundItToTime() {
    RunSketch sketch =
        RunSketch.of("w")
            .node("graph", 0, 6)
            .node("a", 0, 3)
            .in("graph")
            .node("b", 3, 6)
            .in("graph")
            .after("a")
            .node("store", 6, 9);
    assertThat(of(sketch)).containsExactly("a 0-3 self", "b 3-6 self", "store 6-9 self");
  }

  @Test
  void edgeAcrossTwoNodes_leavesThemToTheRoot() {
    RunSketch sketch =
        RunSketch.of("w")
            .node("one", 0, 3)
            .node("a", 0, 3)
            .in("one")
            .node("idle", 0, 5)
            .node("two", 6, 9)
            .node("b", 6, 9)
            .in("two")
            .after("a");
    assertThat(of(sketch)).containsExactly("w 0-6 self", "b 6-9 self");
  }

  @Test
  void linkThatContradictsTime_isClippedAndFlagged() {
    RunSketch sketch = RunSketch.of("w").node("a", 0, 5).node("b", 3, 10).after("a");
    CriticalPath path = CriticalPath.of(sketch.build(), Overlap.TOLERANT).get(0);
    assertThat(pieces(path)).containsExactly("a 0-3 self", "b 3-10 self");
    assertThat(path.flags()).containsExactly("clipped", "link-contradicts-time");
    assertThat(path.clipped()).extracting("node").containsExactly("a");
  }

  @Test
  void instantNode_passesTheBlameOn() {
    RunSketch sketch =
        RunSketch.of("w")
            .node("a", 0, 4)
            .node("route", 5, 5)
            .after("a")
            .node("b", 6, 9)
            .after("route");
    assertThat(of(sketch))
        .containsExactly("a 0-4 self", "route 4-5 queue", "b 5-6 queue", "b 6-9 self");
  }

  @Test
  void secondAttempt_isBlockedByTheFirst() {
    RunSketch sketch =
        RunSketch.of("w")
            .node("a", 0, 2)
            .node("b", 2, 4)
            .after("a")
            .error("timeout")
            .node("b", 5, 9)
            .attempt(2)
            .after("a");
    assertThat(of(sketch))
        .containsExactly("a 0-2 self", "b 2-4 self", "b 4-5 backoff", "b 5-9 self");
  }

  private static List<String> of(RunSketch sketch) {
    return pieces(CriticalPath.of(sketch.build(), Overlap.TOLERANT).get(0));
  }
}
