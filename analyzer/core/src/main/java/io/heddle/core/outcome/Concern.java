package io.heddle.core.outcome;

import io.heddle.core.outcome.Verification.Groups;
import io.heddle.core.statistics.NodeKey;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The nodes that a recommendation may change by being followed: those that it names, what stands
 * above them and what is called below them.
 */
record Concern(Set<NodeKey> nodes) {
  static Concern of(List<String> named, Groups groups) {
    Set<NodeKey> nodes = new HashSet<>();
    groups.base().forEach(run -> collect(run, Set.copyOf(named), nodes));
    groups.current().forEach(run -> collect(run, Set.copyOf(named), nodes));
    return new Concern(nodes);
  }

  private static void collect(Run run, Set<String> named, Set<NodeKey> nodes) {
    List<Execution> all = run.executions();
    nodes.add(NodeKey.of(run.root()));
    BitSet below = new BitSet();
    for (Execution execution : all) {
      boolean meant = named.contains(execution.node());
      if (meant || (execution.parent() >= 0 && below.get(execution.parent()))) {
        below.set(execution.index());
        nodes.add(NodeKey.of(execution));
      }
      for (int above = execution.parent(); meant && above >= 0; above = all.get(above).parent()) {
        nodes.add(NodeKey.of(all.get(above)));
      }
    }
  }

  boolean includes(NodeKey node) {
    return nodes.contains(node);
  }
}
