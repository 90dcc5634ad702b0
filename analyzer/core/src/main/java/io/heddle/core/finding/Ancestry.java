package io.heddle.core.finding;

import io.heddle.core.statistics.NodeKey;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which nodes stand above which in any run. */
record Ancestry(Map<NodeKey, Set<NodeKey>> parents) {

  static Ancestry of(List<Run> runs) {
    Map<NodeKey, Set<NodeKey>> parents = new TreeMap<>();
    for (Run run : runs) {
      for (Execution execution : run.executions()) {
        if (execution.parent() >= 0) {
          parents
              .computeIfAbsent(NodeKey.of(execution), none -> new TreeSet<>())
              .add(NodeKey.of(run.executions().get(execution.parent())));
        }
      }
    }
    return new Ancestry(parents);
  }

  /** All nodes above, the node itself only where it stands below itself. */
  Set<NodeKey> above(NodeKey node) {
    Set<NodeKey> above = new HashSet<>();
    Deque<NodeKey> open = new ArrayDeque<>(List.of(node));
    while (!open.isEmpty()) {
      for (NodeKey parent : parents.getOrDefault(open.remove(), Set.of())) {
        if (above.add(parent)) {
          open.add(parent);
        }
      }
    }
    above.remove(node);
    return above;
  }
}
