package io.heddle.core.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.RunSketch;
import java.util.List;
import org.junit.jupiter.api.Test;

class SerialParallelRuleTest {
  private final SerialParallelRule rule = new SerialParallelRule();

  @Test
  void declaredBranchesThatNeverOverlap_areReported() {
    List<Recommendation> found =
        Rules.ask(rule, Rules.runs(10, (s, r) -> fan(s, 10, 50, 50, 80).edge("load", "b")));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).nodes()).containsExactly("a", "b");
    assertThat(found.get(0).saving().meanMs()).isCloseTo(30, within(0.1));
    assertThat(found.get(0).evidence().get("overlap")).isEqualTo(0.0);
    assertThat(found.get(0).evidence().get("declaredParallel")).isEqualTo(true);
  }

  @Test
  void branchesInOneOrder_lackThreads() {
    Recommendation found =
        Rules.ask(rule, Rules.runs(40, (s, r) -> fan(s, 10, 50, 50, 80).edge("load", "b"))).get(0);

    assertThat(found.risk()).isEqualTo(Level.MEDIUM);
    assertThat(found.steps().get(0)).startsWith("Give the engine threads");
    assertThat(found.evidence().get("assumed")).asString().contains("lock");
  }

  @Test
  void branchesInEitherOrder_areKeptApartBySomethingThatNobodyRecorded() {
    Recommendation found =
        Rules.ask(
                rule,
                Rules.runs(
                    40,
                    (s, r) ->
                        (r.nextInt(3) == 0 ? fan(s, 10, 50, 50, 80) : fan(s, 40, 80, 10, 40))
                            .edge("load", "b")))
            .get(0);

    assertThat(found.risk()).isEqualTo(Level.HIGH);
    assertThat(found.effort()).isEqualTo(Level.MEDIUM);
    assertThat(found.steps().get(0)).contains("a lock, a connection, a limit");
    assertThat(found.evidence().get("order")).asString().contains("begun at once");
  }

  @Test
  void langGraph4jUsers_readItsOwnSwitch() {
    List<Recommendation> found =
        Rules.ask(
            rule,
            Rules.runs(
                3,
                (s, r) ->
                    s.rootAttribute("heddle.engine", "langgraph4j")
                        .node("load", 0, 10)
                        .node("a", 10, 50)
                        .node("b", 50, 80)
                        .edge("load", "a")
                        .edge("load", "b")));
    assertThat(found.get(0).example()).contains("addParallelNodeExecutor(\"load\", executor)");
  }

  @Test
  void branchesOfSeveralNodes_keepTheirOwnOrder() {
    List<Recommendation> found =
        Rules.ask(
            rule,
            Rules.runs(
                5,
                (s, r) ->
                    s.node("load", 0, 10)
                        .node("a", 10, 40)
                        .node("a2", 40, 60)
                        .node("b", 60, 90)
                        .node("join", 90, 100)
                        .edge("load", "a")
                        .edge("a", "a2")
                        .edge("a2", "join")
                        .edge("load", "b")
                        .edge("b", "join")));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).nodes()).containsExactly("a", "a2", "b");
    assertThat(found.get(0).saving().meanMs()).isCloseTo(30, within(0.1));
  }

  @Test
  void withoutDefinition_equalRecordedPredecessorsDeclareIt() {
    List<Recommendation> found =
        Rules.ask(
            rule,
            Rules.runs(
                5,
                (s, r) ->
                    s.node("load", 0, 10)
                        .node("a", 10, 50)
                        .after("load")
                        .node("b", 50, 80)
                        .after("load")));
    assertThat(found).hasSize(1);
  }

  @Test
  void branchesThatOverlap_areFine() {
    assertThat(Rules.ask(rule, Rules.runs(10, (s, r) -> fan(s, 10, 50, 12, 80).edge("load", "b"))))
        .isEmpty();
  }

  @Test
  void aChoice_isNoFan() {
    assertThat(
            Rules.ask(
                rule,
                Rules.runs(
                    10,
                    (s, r) ->
                        s.node("load", 0, 10)
                            .node("a", 10, 50)
                            .node("b", 50, 80)
                            .conditionalEdge("load", "a")
                            .conditionalEdge("load", "b"))))
        .isEmpty();
  }

  @Test
  void aShortcutEdge_isNoFan() {
    assertThat(
            Rules.ask(
                rule,
                Rules.runs(10, (s, r) -> fan(s, 10, 50, 50, 80).edge("load", "b").edge("a", "b"))))
        .isEmpty();
  }

  @Test
  void aSequence_isNoFan() {
    assertThat(Rules.ask(rule, Rules.runs(10, (s, r) -> fan(s, 10, 50, 50, 80).edge("a", "b"))))
        .isEmpty();
  }

  private static RunSketch fan(RunSketch sketch, double a, double aEnd, double b, double bEnd) {
    return sketch.node("load", 0, 10).node("a", a, aEnd).node("b", b, bEnd).edge("load", "a");
  }
}
