package io.heddle.core.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.RunSketch;
import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Run;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ParallelRuleTest {
  private final ParallelRule rule = new ParallelRule();

  @Test
  void independentNodesInSequence_areOneGroup() {
    List<Run> runs = Rules.runs(20, ParallelRuleTest::lookups);
    List<Recommendation> found = Rules.ask(rule, runs);
    assertThat(found).hasSize(1);
    Recommendation group = found.get(0);
    assertThat(group.nodes()).containsExactly("order", "customer", "search");
    assertThat(group.saving().meanMs()).isCloseTo(hiddenMs(runs, group.nodes()), within(1e-6));
    assertThat(group.saving().intervalMs().low()).isPositive();
    assertThat(group.evidence().get("outsideEffects")).isEqualTo("not observed");
    assertThat((String) group.evidence().get("warning")).contains("not fully observed");
    assertThat((double) group.evidence().get("currentMs"))
        .isGreaterThan((double) group.evidence().get("replayedMs"));
  }

  @Test
  void idIsStable_whateverTheRuns() {
    String one = Rules.ask(rule, Rules.runs(20, ParallelRuleTest::lookups)).get(0).id();
    String other = Rules.ask(rule, Rules.runs(5, 9, ParallelRuleTest::lookups)).get(0).id();
    assertThat(one).isEqualTo(other).startsWith("parallel-");
  }

  @Test
  void aNameReadFromTheOther_forbids() {
    assertSilent((s, r) -> pair(s).reads("a").writes("b"));
  }

  @Test
  void aNameWrittenByBoth_forbids() {
    assertSilent((s, r) -> pair(s).reads("q").writes("a"));
  }

  @Test
  void aNameTheEarlierReadAndTheLaterWrites_forbids() {
    assertSilent((s, r) -> pair(s).reads("q").writes("q"));
  }

  @Test
  void readingEverything_provesNothing() {
    assertSilent((s, r) -> pair(s).reads("ALL").writes("b"));
  }

  @Test
  void unknownReads_proveNothing() {
    assertSilent((s, r) -> pair(s).writes("b"));
  }

  @Test
  void oneExecutionNobodyLookedAt_provesNothing() {
    assertSilent((s, r) -> r.nextInt(4) == 3 ? pair(s) : pair(s).reads("q").writes("b"));
  }

  @Test
  void aFailedExecutionNobodyLookedAt_isLeftOutAndCounted() {
    List<Recommendation> found =
        Rules.ask(
            rule,
            Rules.runs(
                40,
                (s, r) -> {
                  RunSketch sketch = s.edge("a", "b").node("a", 0, 40);
                  return r.nextInt(8) == 0
                      ? sketch.error("boom")
                      : sketch.reads("q").writes("a").node("b", 40, 80).reads("q").writes("b");
                }));
    assertThat(found).hasSize(1);
    assertThat((long) found.get(0).evidence().get("failedExecutionsLeftOut")).isPositive();
  }

  @Test
  void aPathThroughAThirdNode_forbids() {
    assertSilent((s, r) ->
        s.node("a", 0, 40)
            .reads("q")
            .writes("a")
            .node("m", 40, 41)
            .reads("a")
            .writes("m")
            .node("b", 41, 80)
            .reads("m")
            .writes("b")
            .edge("a", "m")
            .edge("m", "b"));
  }

  @Test
  void anUnknownNodeBetween_mayCarryAnything() {
    List<Recommendation> found =
        Rules.ask(
            rule,
            Rules.runs(
                10,
                (s, r) ->
                    s.node("a", 0, 40)
                        .reads("q")
                        .writes("a")
                        .node("m", 40, 41)
                        .node("b", 41, 80)
                        .reads("m")
                        .writes("b")
                        .edge("a", "m")
                        .edge("m", "b")));
    assertThat(found).isEmpty();
  }

  @Test
  void aRoutingDecisionBetween_forbids() {
    assertSilent((s, r) ->
        s.node("a", 0, 40)
            .reads("q")
            .writes("a")
            .node("b", 40, 80)
            .reads("q")
            .writes("b")
            .conditionalEdge("a", "b"));
  }

  @Test
  void aRoutingDecisionFurtherDown_forbidsToo() {
    List<Recommendation> found =
        Rules.ask(
            rule,
            Rules.runs(
                10,
                (s, r) ->
                    s.node("a", 0, 40)
                        .reads("q")
                        .writes("a")
                        .node("c", 40, 42)
                        .reads("z")
                        .writes("c")
                        .node("b", 42, 80)
                        .reads("q")
                        .writes("b")
                        .edge("a", "c")
                        .conditionalEdge("c", "b")));
    assertThat(found).isEmpty();
  }

  @Test
  void withoutDefinition_aNodeThatSometimesDoesNotRun_mayHangOnTheOther() {
    assertThat(
            Rules.ask(
                rule,
                Rules.runs(
                    20,
                    (s, r) -> {
                      RunSketch sketch = s.node("a", 0, 40).reads("q").writes("a");
                      return r.nextBoolean()
                          ? sketch.node("b", 40, 80).reads("q").writes("b")
                          : sketch.node("c", 40, 80).reads("q").writes("c");
                    })))
        .isEmpty();
  }

  @Test
  void withoutDefinition_aNodeThatIsSometimesRepeated_mayHangOnTheOther() {
    List<Run> runs =
        Rules.runs(
            20,
            (s, r) -> {
              RunSketch once = drafted(s.node("classify", 0, 40).reads("q").writes("a"), 40);
              return r.nextBoolean() ? once : drafted(once, 120);
            });
    assertThat(Rules.ask(rule, runs)).isEmpty();
  }

  @Test
  void withoutDefinition_aSecondAttemptIsNoDecision() {
    List<Run> runs =
        Rules.runs(
            20,
            (s, r) -> {
              RunSketch first = s.node("a", 0, 40).reads("q").writes("a");
              return r.nextInt(4) == 0
                  ? first
                      .error("busy")
                      .node("a", 40, 80)
                      .reads("q")
                      .writes("a")
                      .node("b", 80, 120)
                      .reads("q")
                      .writes("b")
                  : first.node("b", 40, 80).reads("q").writes("b");
            });
    assertThat(Rules.ask(rule, runs)).hasSize(1);
  }

  @Test
  void withoutDefinition_aFailedRunDecidesNothing() {
    List<Run> runs =
        Rules.runs(
            20,
            (s, r) ->
                r.nextInt(4) == 0
                    ? s.error("down").node("a", 0, 40).reads("q").writes("a").error("down")
                    : s.node("a", 0, 40)
                        .reads("q")
                        .writes("a")
                        .node("b", 40, 80)
                        .reads("q")
                        .writes("b"));
    assertThat(Rules.ask(rule, runs)).hasSize(1);
  }

  @Test
  void callsThatMayWrite_raiseTheRisk() {
    List<Recommendation> found =
        Rules.ask(
            rule,
            Rules.runs(
                10,
                (s, r) ->
                    s.node("reserve", 0, 40)
                        .reads("q")
                        .writes("a")
                        .operation("POST /stock", 1, 30)
                        .kind(Kind.CLIENT)
                        .node("bill", 40, 80)
                        .reads("q")
                        .writes("b")
                        .operation("INSERT bill", 41, 70)
                        .kind(Kind.CLIENT)
                        .edge("reserve", "bill")));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).risk()).isEqualTo(Level.HIGH);
    assertThat(found.get(0).evidence().get("outsideWrites"))
        .isEqualTo(List.of("bill: INSERT bill", "reserve: POST /stock"));
  }

  @Test
  void aGainTooSmall_isNotWorthAWord() {
    assertSilent((s, r) ->
        s.node("a", 0, 300)
            .reads("q")
            .writes("a")
            .node("b", 300, 302)
            .reads("q")
            .writes("b")
            .edge("a", "b"));
  }

  @Test
  void declaredBranches_areLeftToTheirOwnRule() {
    assertSilent((s, r) ->
        s.node("load", 0, 2)
            .reads()
            .writes("q")
            .node("a", 2, 40)
            .reads("q")
            .writes("a")
            .node("b", 40, 80)
            .reads("q")
            .writes("b")
            .edge("load", "a")
            .edge("load", "b"));
  }

  @Test
  void aPersonsDecision_isNotMovedAside() {
    assertSilent((s, r) ->
        s.node("approve", 0, 40)
            .type("human")
            .reads("q")
            .writes("a")
            .node("pay", 40, 80)
            .reads("q")
            .writes("b")
            .edge("approve", "pay"));
  }

  /** All but the longest of the nodes would hide behind that one. */
  private static double hiddenMs(List<Run> runs, List<String> nodes) {
    return runs.stream()
            .map(run ->
                run.executions().stream()
                    .filter(e -> nodes.contains(e.node()))
                    .mapToLong(Execution::durationNs)
                    .summaryStatistics())
            .mapToLong(all -> all.getSum() - all.getMax())
            .average()
            .orElseThrow()
        / 1e6;
  }

  private void assertSilent(Rules.Shape shape) {
    List<Run> runs = Rules.runs(20, shape);
    assertThat(Rules.ask(rule, runs)).isEmpty();
  }

  private static RunSketch drafted(RunSketch sketch, double startMs) {
    return sketch
        .node("draft", startMs, startMs + 40)
        .reads("q")
        .writes("b")
        .node("review", startMs + 40, startMs + 80)
        .reads("q")
        .writes("c");
  }

  /** Two nodes in sequence; what the second touches is up to the test. */
  private static RunSketch pair(RunSketch sketch) {
    return sketch.edge("a", "b").node("a", 0, 40).reads("q").writes("a").node("b", 40, 80);
  }

  private static RunSketch lookups(RunSketch sketch, Random random) {
    double order = 20 + random.nextInt(20);
    double customer = order + 30 + random.nextInt(10);
    double search = customer + 20 + random.nextInt(10);
    return sketch
        .node("classify", 0, 10)
        .reads("mail")
        .writes("topic")
        .node("order", 10, order)
        .reads("mail", "topic")
        .writes("order")
        .after("classify")
        .node("customer", order, customer)
        .reads("mail", "topic")
        .writes("customer")
        .after("order")
        .node("search", customer, search)
        .reads("topic")
        .writes("articles")
        .after("customer")
        .node("draft", search, search + 60)
        .reads("order", "customer", "articles")
        .writes("answer")
        .after("search")
        .edge("START", "classify")
        .edge("classify", "order")
        .edge("order", "customer")
        .edge("customer", "search")
        .edge("search", "draft");
  }
}
