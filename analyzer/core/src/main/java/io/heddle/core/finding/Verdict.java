package io.heddle.core.finding;

import io.heddle.core.advice.Facts;
import io.heddle.core.comparison.Cause;
import io.heddle.core.comparison.ComparedWorkflow;
import io.heddle.core.comparison.ComparedWorkflow.CauseDelta;
import io.heddle.core.comparison.ComparedWorkflow.ErrorDelta;
import io.heddle.core.comparison.ComparedWorkflow.NodeDelta;
import io.heddle.core.comparison.Delta;
import io.heddle.core.comparison.Mix;
import io.heddle.core.finding.Causes.Told;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison says in one direction.
 *
 * @param sign 1 for slower or failing more often, -1 for the opposite
 * @param ancestry of the nodes
 */
record Verdict(ComparedWorkflow compared, int sign, Ancestry ancestry) {

  String kind() {
    return sign > 0 ? "regression" : "improvement";
  }

  /**
   * Whether there is something to tell. While the run as a whole goes the other way, a node that
   * goes this way is a part of that change and not told; failures always are. Another mix of runs
   * is no change of the workflow.
   */
  boolean holds() {
    Mix mix = compared.mix();
    boolean otherRuns = mix != null && mix.explains(sign);
    boolean whole = compared.delta().significant();
    boolean moved =
        agrees(compared.delta()) || (!whole && !moved().isEmpty()) || otherWays() != null;
    return !errors().isEmpty() || (moved && !otherRuns);
  }

  /**
   * The nodes that changed in this direction, the largest change first, without those that only
   * pass on what changed below them.
   */
  List<String> nodes() {
    Mix ways = otherWays();
    if (ways != null && ways.explains(sign)) {
      return nodesOf(ways);
    }
    Stream<String> all = Stream.concat(names(times()), names(failures()));
    List<String> nodes = all.distinct().toList();
    return nodes.isEmpty()
        ? causes().stream().map(it -> it.cause().node()).distinct().toList()
        : nodes;
  }

  /** Other ways through the workflow that account for a change in this direction, else null. */
  private @Nullable Mix otherWays() {
    Mix ways = compared.ways();
    return ways != null && sign * ways.mixMs() > 0 && sign * compared.delta().meanMs() > 0
        ? ways
        : null;
  }

  /** What runs visit on the way that more of them take. */
  private static List<String> nodesOf(Mix ways) {
    return ways.values().stream()
        .filter(it -> it.current() > it.base() && !it.value().isEmpty())
        .findFirst()
        .map(it -> List.of(it.value().split(", ")))
        .orElse(List.of());
  }

  private static <T> Stream<String> names(List<Causes.Cause<T>> causes) {
    return causes.stream().map(it -> it.told().node().node());
  }

  private List<Causes.Cause<NodeDelta>> times() {
    return among(moved(), it -> new Told<>(it.node(), it.delta().meanMs(), it));
  }

  private List<Causes.Cause<ErrorDelta>> failures() {
    return among(errors(), it -> new Told<>(it.node(), it.current() - it.base(), it));
  }

  private <T> List<Causes.Cause<T>> among(List<T> facts, Function<T, Told<T>> told) {
    return new Causes<T>(ancestry, (one, other) -> true).among(facts.stream().map(told).toList());
  }

  private List<String> consequences() {
    return Stream.concat(
            times().stream().flatMap(it -> it.consequences().stream()).map(it -> it.node().node()),
            failures().stream()
                .flatMap(it -> it.consequences().stream())
                .map(it -> it.node().node()))
        .distinct()
        .toList();
  }

  /** Adds how the whole run changed, and each part that changed in this direction. */
  Facts describe(Facts evidence) {
    Delta delta = compared.delta();
    Facts whole =
        evidence
            .with("deltaMs", delta.meanMs())
            .with("deltaLowMs", delta.interval().low())
            .with("deltaHighMs", delta.interval().high())
            .with("shiftMs", delta.shiftMs())
            .with("significant", delta.significant());
    Mix mix = compared.mix();
    Facts mixed =
        mix == null
            ? whole
            : whole.with("mixAttribute", mix.attribute()).with("mixMs", mix.mixMs());
    Mix ways = otherWays();
    Facts routed = ways == null ? mixed : otherWays(mixed, ways);
    Facts nodes = rows(routed, "nodes", moved(), Verdict::row);
    Facts causes = rows(nodes, "causes", causes(), Verdict::row);
    Facts all = rows(causes, "errors", errors(), Verdict::row);
    List<String> above = consequences();
    return above.isEmpty() ? all : all.with("consequences", above);
  }

  private static Facts otherWays(Facts evidence, Mix ways) {
    Mix.Value most =
        ways.values().stream()
            .filter(it -> !it.value().isEmpty())
            .findFirst()
            .orElse(ways.values().get(0));
    return evidence
        .with("changedPath", most.value())
        .with("pathShareBefore", most.base())
        .with("pathShareAfter", most.current())
        .with("pathMs", ways.mixMs())
        .with("samePathMs", ways.withinMs());
  }

  private static <T> Facts rows(
      Facts evidence, String name, List<T> parts, Function<T, Facts> row) {
    return parts.isEmpty() ? evidence : evidence.withRows(name, parts.stream().map(row).toList());
  }

  private List<NodeDelta> moved() {
    return compared.nodes().stream().filter(it -> agrees(it.delta())).toList();
  }

  private List<CauseDelta> causes() {
    return compared.causes().stream().filter(it -> agrees(it.delta())).toList();
  }

  private List<ErrorDelta> errors() {
    return compared.errors().stream()
        .filter(it -> it.significant() && sign * (it.current() - it.base()) > 0)
        .toList();
  }

  private boolean agrees(Delta delta) {
    return delta.significant() && sign * delta.meanMs() > 0;
  }

  private static Facts row(NodeDelta it) {
    return Facts.none()
        .with("service", it.node().service())
        .with("node", it.node().node())
        .with("deltaMs", it.delta().meanMs())
        .with("shiftMs", it.delta().shiftMs());
  }

  private static Facts row(CauseDelta it) {
    Cause cause = it.cause();
    return Facts.none()
        .with("service", cause.chargedTo())
        .with("node", cause.node())
        .with("kind", cause.kind().label())
        .with("deltaMs", it.delta().meanMs());
  }

  private static Facts row(ErrorDelta it) {
    return Facts.none()
        .with("service", it.node().service())
        .with("node", it.node().node())
        .with("errorRateBefore", it.base())
        .with("errorRateAfter", it.current());
  }
}
