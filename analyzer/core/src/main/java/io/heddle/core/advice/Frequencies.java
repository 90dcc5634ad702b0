package io.heddle.core.advice;

import io.heddle.runs.Execution;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How often nodes ran in a run, as far as no definition says what decides that. A node that ran
 * more often in one run than in another, or than its neighbour, hangs on a decision that somebody
 * took on the way, and nothing says who. What failed ended early and tells nothing.
 */
final class Frequencies {
  private static final int VARYING = -1;

  private final Set<Map<String, Integer>> seen = new HashSet<>();
  private final Set<String> undecided = new HashSet<>();

  /** How often a node ran in every run, once it was asked for: after the last run was added. */
  private final Map<String, Integer> always = new HashMap<>();

  void add(Scope.Siblings siblings, Touched touched) {
    touched.steps().stream()
        .filter(step -> step.decidedBy() == null)
        .forEach(step -> undecided.add(step.node()));
    if (parent(siblings).error() == null) {
      seen.add(count(siblings));
    }
  }

  /** Whether both ran equally often, the same number of times in each run, or are decided upon. */
  boolean together(String one, String other) {
    if (!undecided.contains(one) && !undecided.contains(other)) {
      return true;
    }
    int times = always.computeIfAbsent(one, this::always);
    return times != VARYING && times == always.computeIfAbsent(other, this::always);
  }

  private int always(String node) {
    int[] times =
        seen.stream().mapToInt(counts -> counts.getOrDefault(node, 0)).distinct().toArray();
    return times.length > 1 ? VARYING : times.length == 1 ? times[0] : 0;
  }

  private static Execution parent(Scope.Siblings siblings) {
    return siblings.run().executions().get(siblings.executions().get(0).parent());
  }

  /** An attempt that failed is followed by another one, which no decision of the workflow made. */
  private static Map<String, Integer> count(Scope.Siblings siblings) {
    Map<String, Integer> counts = new HashMap<>();
    for (Execution execution : siblings.executions()) {
      if (execution.error() == null) {
        counts.merge(execution.node(), 1, Integer::sum);
      }
    }
    return counts;
  }
}
