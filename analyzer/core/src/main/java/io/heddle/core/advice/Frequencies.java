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
  private final Set<Map<String, Integer>> seen = new HashSet<>();
  private final Set<String> undecided = new HashSet<>();

  void add(Scope.Siblings siblings, Touched touched) {
    touched.steps().stream()
        .filter(step -> step.decidedBy() == null)
        .forEach(step -> undecided.add(step.node()));
    if (parent(siblings).error() == null) {
      seen.add(count(siblings));
    }
  }

  private static Execution parent(Scope.Siblings siblings) {
    return siblings.run().executions().get(siblings.executions().get(0).parent());
  }

  /** Whether both ran equally often, the same number of times in each run, or are decided upon. */
  boolean together(String one, String other) {
    if (!undecided.contains(one) && !undecided.contains(other)) {
      return true;
    }
    Set<Integer> numbers = new HashSet<>();
    seen.forEach(counts -> {
      numbers.add(counts.getOrDefault(one, 0));
      numbers.add(counts.getOrDefault(other, 0));
    });
    return numbers.size() <= 1;
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
