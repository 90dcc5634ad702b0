package io.heddle.core.advice;

import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Role;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The nodes that stand below one place of a workflow, over all runs: what could be reordered. */
record Scope(List<Siblings> siblings) {
  private static final Comparator<Execution> BY_START =
      Comparator.comparingLong(Execution::startNs)
          .thenComparingLong(Execution::endNs)
          .thenComparingLong(Execution::spanId);
  private static final long TOLERANCE_CAP_NS = 1_000_000;

  /**
   * The nodes below one parent in one run.
   *
   * @param executions by start
   */
  record Siblings(Run run, List<Execution> executions) {
    /** Whether two executions were under way at once for longer than clocks may be off. */
    boolean overlap(Execution one, Execution other) {
      return overlapNs(one, other) > Math.min(run.root().durationNs() / 100, TOLERANCE_CAP_NS);
    }

    static long overlapNs(Execution one, Execution other) {
      return Math.min(one.endNs(), other.endNs()) - Math.max(one.startNs(), other.startNs());
    }
  }

  static List<Scope> of(List<Run> runs) {
    Map<String, List<Siblings>> byPlace = new TreeMap<>();
    for (Run run : runs) {
      collect(run, byPlace);
    }
    return byPlace.values().stream().map(Scope::new).toList();
  }

  /** Names of the nodes, in the order in which they first appear. */
  Set<String> nodes() {
    Set<String> nodes = new LinkedHashSet<>();
    siblings.forEach(group -> group.executions().forEach(e -> nodes.add(e.node())));
    return nodes;
  }

  private static void collect(Run run, Map<String, List<Siblings>> byPlace) {
    List<Execution> executions = run.executions();
    String[] places = new String[executions.size()];
    Map<Integer, List<Execution>> children = new TreeMap<>();
    for (Execution execution : executions) {
      String above = execution.parent() < 0 ? "" : places[execution.parent()];
      places[execution.index()] = above + "\0" + execution.node();
      if (execution.parent() >= 0 && execution.role() == Role.NODE) {
        children.computeIfAbsent(execution.parent(), none -> new ArrayList<>()).add(execution);
      }
    }
    children.forEach((parent, nodes) ->
        byPlace
            .computeIfAbsent(places[parent], none -> new ArrayList<>())
            .add(new Siblings(run, nodes.stream().sorted(BY_START).toList())));
  }
}
