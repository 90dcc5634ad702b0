package io.heddle.core.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.RunSketch;
import io.heddle.core.blueprint.BlueprintEdge.Kind;
import io.heddle.core.blueprint.BlueprintNode.Repeat;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ProfilerTest {
  @Test
  void chain_isItsOwnCriticalPath() {
    StaticProfile profile = profile(edges("a b", "b c"), llm("a"), llm("b"), llm("c"));

    assertThat(profile.totals().serialMs()).isEqualTo(9_000);
    assertThat(profile.totals().criticalPathMs()).isEqualTo(9_000);
    assertThat(profile.totals().parallelGroups()).isEmpty();
    assertThat(profile.score().value()).isEqualTo(100);
    assertThat(profile.score().grade()).isEqualTo(Grade.A);
  }

  @Test
  void fork_runsAtOnceAndHoldsTheMemoryOfAllBranches() {
    StaticProfile profile =
        profile(edges("a b", "a c", "b d", "c d"), llm("a"), llm("b"), node("c", "code"), llm("d"));

    assertThat(profile.totals().criticalPathMs()).isEqualTo(9_000);
    assertThat(profile.totals().serialMs()).isEqualTo(9_050);
    assertThat(profile.totals().peakMemoryBytes()).isEqualTo(128 << 20);
    assertThat(profile.totals().parallelGroups()).containsExactly(List.of("b", "c"));
    assertThat(node(profile, "b").parallelizable()).isTrue();
    assertThat(node(profile, "d").parallelizable()).isFalse();
    assertThat(node(profile, "d").fanIn()).isEqualTo(2);
    assertThat(node(profile, "a").fanOut()).isEqualTo(2);
  }

  @Test
  void shortBranchBesideAChain_isInAGroupWithEveryNodeOfIt() {
    StaticProfile profile =
        profile(edges("a b", "b c", "a d"), llm("a"), llm("b"), llm("c"), llm("d"));

    assertThat(profile.totals().parallelGroups())
        .containsExactly(List.of("b", "d"), List.of("c", "d"));
  }

  @Test
  void branchesOfADecision_neverRunTogetherAndShareTheirTime() {
    StaticProfile profile =
        profile(
            List.of(
                BlueprintEdge.oneOf("if", "slow", "yes"),
                BlueprintEdge.oneOf("if", "fast", "no"),
                BlueprintEdge.always("slow", "end"),
                BlueprintEdge.always("fast", "end")),
            node("if", "branch"),
            llm("slow"),
            node("fast", "code"),
            node("end", "end"));

    assertThat(profile.totals().criticalPathMs()).isEqualTo((3_000 + 50) / 2.0);
    assertThat(profile.totals().serialMs()).isEqualTo((3_000 + 50) / 2.0);
    assertThat(profile.totals().parallelGroups()).isEmpty();
    assertThat(node(profile, "slow").executions()).isEqualTo(0.5);
    assertThat(profile.totals().peakMemoryBytes()).isEqualTo(64 << 20);
  }

  @Test
  void probabilityOfTheUser_isKept() {
    Assumptions assumptions =
        new Assumptions(
            Map.of(), Map.of(), Map.of(new Assumptions.Way("if", "slow"), 0.2), Map.of(), 3, 1e9);
    Blueprint blueprint =
        blueprint(
            List.of(
                BlueprintEdge.oneOf("if", "slow", "yes"), BlueprintEdge.oneOf("if", "fast", "no")),
            node("if", "branch"),
            llm("slow"),
            node("fast", "code"));

    StaticProfile profile = new Profiler(blueprint, assumptions).profile();

    assertThat(profile.totals().serialMs()).isCloseTo(0.2 * 3_000 + 0.8 * 50, within(1e-6));
  }

  @Test
  void exception_isRareAndSparesWhatFollows() {
    StaticProfile profile =
        profile(
            List.of(
                BlueprintEdge.always("work", "next"),
                new BlueprintEdge("work", "repair", Kind.EXCEPTION, "failed")),
            llm("work"),
            llm("next"),
            llm("repair"));

    assertThat(node(profile, "next").executions()).isCloseTo(0.95, within(1e-9));
    assertThat(node(profile, "repair").executions()).isCloseTo(0.05, within(1e-9));
    assertThat(profile.totals().parallelGroups()).isEmpty();
  }

  @Test
  void cycle_countsThreeRoundsAndWhatFollowsWaitsForThem() {
    StaticProfile profile =
        profile(
            List.of(
                BlueprintEdge.always("a", "b"),
                BlueprintEdge.oneOf("b", "a", "again"),
                BlueprintEdge.oneOf("b", "c", "done")),
            node("a", "code"),
            node("b", "code"),
            node("c", "code"));

    assertThat(profile.totals().criticalPathMs()).isEqualTo(3 * 100 + 50);
    assertThat(node(profile, "a").executions()).isEqualTo(3);
    assertThat(node(profile, "c").executions()).isEqualTo(1);
    assertThat(profile.notes()).containsExactly("the cycle of a, b counts as 3 rounds");
  }

  @Test
  void whileLoop_endsBehindItsBody() {
    StaticProfile profile =
        profile(
            List.of(
                BlueprintEdge.oneOf("check", "body", "more"),
                BlueprintEdge.always("body", "check"),
                BlueprintEdge.oneOf("check", "end", "done")),
            node("check", "code"),
            node("body", "code"),
            node("end", "code"));

    assertThat(profile.totals().criticalPathMs()).isEqualTo(3 * 100 + 50);
  }

  @Test
  void container_repeatsItsContentInWaves() {
    StaticProfile profile =
        profile(
            edges("list each", "each end"),
            node("list", "code"),
            node("each", "iteration").with(new Repeat(10, 4)),
            node("one", "code").in("each"),
            node("end", "code"));

    assertThat(node(profile, "one").executions()).isEqualTo(10);
    assertThat(profile.totals().serialMs()).isEqualTo(50 + 500 + 50);
    assertThat(profile.totals().criticalPathMs()).isEqualTo(50 + 3 * 50 + 50);
    assertThat(profile.totals().peakMemoryBytes()).isEqualTo(4 * (64L << 20));
  }

  @Test
  void waitThatNoDataNeeds_costsScore() {
    StaticProfile profile =
        profile(
            edges("start a", "a b", "b c"),
            node("start", "start"),
            llm("a").reading(Set.of("start")),
            llm("b").reading(Set.of("start")),
            llm("c").reading(Set.of("a", "b")));

    assertThat(profile.avoidable()).containsExactly(BlueprintEdge.always("a", "b"));
    assertThat(profile.totals().criticalPathMs()).isEqualTo(9_000);
    assertThat(profile.totals().bestMs()).isEqualTo(6_000);
    assertThat(profile.score().value()).isEqualTo(66.7);
    assertThat(profile.score().grade()).isEqualTo(Grade.C);
  }

  @Test
  void readerWithOutsideEffect_keepsItsPlace() {
    StaticProfile profile =
        profile(
            edges("start a", "a b"),
            node("start", "start"),
            llm("a").reading(Set.of("start")),
            node("b", "tool").reading(Set.of("start")));

    assertThat(profile.avoidable()).isEmpty();
    assertThat(profile.totals().bestMs()).isEqualTo(3_800);
  }

  @Test
  void decisionBefore_isWaitedForEvenWhenNothingOfItIsRead() {
    StaticProfile profile =
        profile(
            List.of(
                BlueprintEdge.always("start", "judge"),
                BlueprintEdge.oneOf("judge", "a", "yes"),
                BlueprintEdge.oneOf("judge", "b", "no")),
            node("start", "start"),
            llm("judge").reading(Set.of("start")),
            llm("a").reading(Set.of("start")),
            llm("b").reading(Set.of("start")));

    assertThat(profile.totals().bestMs()).isEqualTo(6_000);
  }

  @Test
  void oneLargeNode_costsUpTo20() {
    StaticProfile profile = profile(List.of(), llm("only"));

    assertThat(profile.score().value()).isEqualTo(80);
    assertThat(profile.score().bottleneckPenalty()).isEqualTo(20);
    assertThat(profile.score().grade()).isEqualTo(Grade.B);
  }

  @Test
  void memoryOverTheLimit_costsInProportion() {
    Assumptions tight = new Assumptions(Map.of(), Map.of(), Map.of(), Map.of(), 3, 100 << 20);
    Blueprint blueprint = blueprint(List.of(), llm("a"), llm("b"), llm("c"));

    Score score = new Profiler(blueprint, tight).profile().score();

    assertThat(score.memoryPenalty()).isCloseTo(20 * 0.92, within(1e-9));
  }

  @Test
  void complexity_followsTheTime() {
    assertThat(List.of(0.0, 1.0, 50.0, 3_000.0, 1e5, 1e9))
        .map(Estimate::complexity)
        .containsExactly(1, 1, 7, 14, 20, 20);
  }

  @Test
  void costsOfTheUser_winOverTheTypes() {
    Cost cost = new Cost(70.0, null, null, 9);
    Assumptions assumptions =
        new Assumptions(Map.of("llm", cost), Map.of(), Map.of(), Map.of(), 3, 1e9);

    StaticProfile.Node node =
        new Profiler(blueprint(List.of(), llm("a")), assumptions).profile().nodes().get(0);

    assertThat(node.estimate()).isEqualTo(new Estimate(70, 64 << 20, 0, 9, Estimate.Source.USER));
  }

  @Test
  void damagedDefinition_isRepairedAndTold() {
    StaticProfile profile =
        profile(
            edges("a b", "b ghost"),
            llm("a"),
            llm("a"),
            llm("b").in("nowhere"),
            node("x", "branch").in("y"),
            node("y", "branch").in("x"));

    assertThat(profile.nodes()).hasSize(4);
    assertThat(profile.notes())
        .contains(
            "the id a is given twice; only the first node counts",
            "the edge from b to ghost is left out: there is no node ghost",
            "node b lies in nowhere, which is not there; it is taken out")
        .anyMatch(note -> note.contains("lies in it"));
  }

  @Test
  void nodeThatNoRunComesTo_isToldAndDoesNotCount() {
    StaticProfile profile =
        profile(edges("start a"), node("start", "start").asStart(), llm("a"), llm("orphan"));

    assertThat(profile.totals().serialMs()).isEqualTo(3_000);
    assertThat(node(profile, "orphan").executions()).isZero();
    assertThat(profile.notes()).contains("no run comes to orphan");
  }

  @Test
  void emptyDefinition_isNothing() {
    StaticProfile profile = profile(List.of());

    assertThat(profile.totals().serialMs()).isZero();
    assertThat(profile.score().value()).isEqualTo(100);
  }

  @Test
  void measuredRuns_replaceTheTypesAndTellTheirError() {
    Blueprint blueprint = blueprint(edges("a b", "a c"), llm("a"), llm("b"), node("c", "answer"));
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      runs.add(RunSketch.of("w").node("a", 0, 100).node("b", 100, 160 + 10 * (i / 5)).build());
    }

    StaticProfile profile = new Profiler(blueprint, Assumptions.DEFAULTS).profile(runs);

    assertThat(node(profile, "a").estimate().source()).isEqualTo(Estimate.Source.MEASURED);
    assertThat(node(profile, "a").estimate().ms()).isEqualTo(100);
    assertThat(node(profile, "b").estimate().ms()).isEqualTo(65);
    assertThat(node(profile, "c").estimate().source()).isEqualTo(Estimate.Source.TYPE_DEFAULT);
    assertThat(profile.error()).isNotNull();
    assertThat(profile.error().runs()).isEqualTo(10);
    assertThat(profile.error().medianPercent()).isBetween(2.0, 4.0);
    assertThat(profile.error().unmeasuredMedianPercent()).isGreaterThan(1_000);
  }

  @Test
  void measuredDecision_isAsOftenAsInTheRuns() {
    Blueprint blueprint =
        blueprint(
            List.of(
                BlueprintEdge.always("a", "if"),
                BlueprintEdge.oneOf("if", "b", "yes"),
                BlueprintEdge.oneOf("if", "c", "no"),
                BlueprintEdge.always("b", "c")),
            llm("a"),
            node("if", "branch"),
            llm("b"),
            llm("c"));
    List<Run> runs =
        List.of(
            RunSketch.of("w").node("a", 0, 10).node("c", 10, 20).build(),
            RunSketch.of("w").node("a", 0, 10).node("c", 10, 20).build(),
            RunSketch.of("w").node("a", 0, 10).node("c", 10, 20).build(),
            RunSketch.of("w").node("a", 0, 10).node("b", 10, 90).node("c", 90, 100).build());

    StaticProfile profile = new Profiler(blueprint, Assumptions.DEFAULTS).profile(runs);

    assertThat(node(profile, "b").executions()).isCloseTo(0.25, within(1e-9));
    assertThat(profile.totals().criticalPathMs()).isCloseTo(40, within(1e-9));
  }

  @Test
  void change_namesWhatCameAndWent() {
    StaticProfile base = profile(edges("a b"), llm("a"), llm("b"));
    StaticProfile current = profile(edges("a c"), node("a", "code"), llm("c"));

    ProfileChange change = ProfileChange.of(base, current);

    assertThat(change.addedNodes()).extracting(it -> it.node().id()).containsExactly("c");
    assertThat(change.removedNodes()).extracting(it -> it.node().id()).containsExactly("b");
    assertThat(change.changedNodes()).hasSize(1);
    assertThat(change.addedEdges()).containsExactly(BlueprintEdge.always("a", "c"));
    assertThat(change.removedEdges()).containsExactly(BlueprintEdge.always("a", "b"));
  }

  private static StaticProfile profile(List<BlueprintEdge> edges, BlueprintNode... nodes) {
    return new Profiler(blueprint(edges, nodes), Assumptions.DEFAULTS).profile();
  }

  private static Blueprint blueprint(List<BlueprintEdge> edges, BlueprintNode... nodes) {
    return new Blueprint("test", "w", List.of(nodes), edges, List.of());
  }

  private static List<BlueprintEdge> edges(String... pairs) {
    List<BlueprintEdge> edges = new ArrayList<>();
    for (String pair : pairs) {
      edges.add(BlueprintEdge.always(pair.split(" ")[0], pair.split(" ")[1]));
    }
    return edges;
  }

  private static BlueprintNode llm(String id) {
    return node(id, "llm");
  }

  private static BlueprintNode node(String id, String type) {
    return BlueprintNode.of(id, id, type);
  }

  private static StaticProfile.Node node(StaticProfile profile, String id) {
    return profile.nodes().stream()
        .filter(it -> it.node().id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
