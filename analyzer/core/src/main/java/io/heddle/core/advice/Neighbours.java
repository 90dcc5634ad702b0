package io.heddle.core.advice;

import io.heddle.runs.Execution;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Nodes and what usually ran right before and right after them.
 *
 * @param before null when the nodes come first
 * @param after null when the nodes come last
 */
record Neighbours(List<String> nodes, @Nullable String before, @Nullable String after) {

  static Neighbours of(Scope scope, List<String> nodes) {
    Map<String, Integer> before = new TreeMap<>();
    Map<String, Integer> after = new TreeMap<>();
    for (Scope.Siblings siblings : scope.siblings()) {
      List<Execution> executions = siblings.executions();
      long first = start(executions, nodes);
      long last = end(executions, nodes);
      executions.stream()
          .filter(it -> it.endNs() <= first && !nodes.contains(it.node()))
          .max(Comparator.comparingLong(Execution::endNs))
          .ifPresent(it -> before.merge(it.node(), 1, Integer::sum));
      executions.stream()
          .filter(it -> it.startNs() >= last && !nodes.contains(it.node()))
          .min(Comparator.comparingLong(Execution::startNs))
          .ifPresent(it -> after.merge(it.node(), 1, Integer::sum));
    }
    return new Neighbours(nodes, mostFrequent(before), mostFrequent(after));
  }

  /** For the engine's words; {@code before!} is code: a quoted name, or the graph's constant. */
  Map<String, String> asValues() {
    return Map.of(
        "nodes", String.join(", ", nodes),
        "node", String.join(Template.SEPARATOR, nodes),
        "before", before == null ? "START" : before,
        "after", after == null ? "END" : after,
        "before!", before == null ? "START" : quoted(before),
        "after!", after == null ? "END" : quoted(after));
  }

  private static String quoted(String node) {
    return '"' + node + '"';
  }

  private static long start(List<Execution> executions, List<String> nodes) {
    return executions.stream()
        .filter(it -> nodes.contains(it.node()))
        .mapToLong(Execution::startNs)
        .min()
        .orElse(Long.MIN_VALUE);
  }

  private static long end(List<Execution> executions, List<String> nodes) {
    return executions.stream()
        .filter(it -> nodes.contains(it.node()))
        .mapToLong(Execution::endNs)
        .max()
        .orElse(Long.MAX_VALUE);
  }

  private static @Nullable String mostFrequent(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
