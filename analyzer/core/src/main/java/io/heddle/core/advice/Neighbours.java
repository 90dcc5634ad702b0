package io.heddle.core.advice;

import io.heddle.runs.Execution;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    Set<String> inner = Set.copyOf(nodes);
    for (Scope.Siblings siblings : scope.siblings()) {
      count(lastBefore(siblings.executions(), inner), before);
      count(firstAfter(siblings.executions(), inner), after);
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

  private static void count(@Nullable Execution neighbour, Map<String, Integer> counts) {
    if (neighbour != null) {
      counts.merge(neighbour.node(), 1, Integer::sum);
    }
  }

  /** Of several that end at once, the first to start. */
  private static @Nullable Execution lastBefore(List<Execution> executions, Set<String> nodes) {
    long first = Long.MAX_VALUE;
    for (Execution execution : executions) {
      first = nodes.contains(execution.node()) ? Math.min(first, execution.startNs()) : first;
    }
    Execution last = null;
    for (Execution execution : executions) {
      boolean before = execution.endNs() <= first && !nodes.contains(execution.node());
      if (before && (last == null || execution.endNs() > last.endNs())) {
        last = execution;
      }
    }
    return first == Long.MAX_VALUE ? null : last;
  }

  /** The executions are in order of start. */
  private static @Nullable Execution firstAfter(List<Execution> executions, Set<String> nodes) {
    long last = Long.MAX_VALUE;
    for (Execution execution : executions) {
      if (nodes.contains(execution.node())) {
        last = last == Long.MAX_VALUE ? execution.endNs() : Math.max(last, execution.endNs());
      }
    }
    for (Execution execution : executions) {
      if (execution.startNs() >= last && !nodes.contains(execution.node())) {
        return execution;
      }
    }
    return null;
  }

  private static @Nullable String mostFrequent(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
