package io.heddle.core.advice;

import io.heddle.core.replay.Definition;
import io.heddle.runs.Execution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes below one parent touched in one run, in order of start, and up to where a routing
 * decision had already been taken when each was chosen. Equal for runs that prove the same.
 */
record Touched(List<Step> steps) {
  /**
   * One execution.
   *
   * @param decidedBy position of the last step that ended before it was decided that this one runs;
   *     -1 when nothing was decided, or null when that is unknown
   */
  record Step(String node, Names reads, Names writes, @Nullable Integer decidedBy) {}

  static Touched of(Scope.Siblings siblings, @Nullable Definition definition) {
    List<Step> steps = new ArrayList<>();
    Map<String, Integer> latest = new HashMap<>();
    for (Execution execution : siblings.executions()) {
      if (leftOut(execution)) {
        continue;
      }
      String id = definition == null ? null : definition.idOf(execution);
      Integer decidedBy =
          definition == null || id == null ? null : decision(definition.sources(id), latest, steps);
      steps.add(
          new Step(
              execution.node(),
              Names.of(execution.evidence().reads()),
              Names.of(execution.evidence().writes()),
              decidedBy));
      if (id != null) {
        latest.put(id, steps.size() - 1);
      }
    }
    return new Touched(steps);
  }

  /** A failed execution hands nothing to the workflow, and what it read is often not seen. */
  static boolean leftOut(Execution execution) {
    return execution.error() != null && !isKnown(execution);
  }

  /** Whether all it read and wrote is known, or nobody needs to know. */
  static boolean told(Execution execution) {
    return execution.error() != null || isKnown(execution);
  }

  private static boolean isKnown(Execution execution) {
    return !Names.isAll(execution.evidence().reads())
        && !Names.isAll(execution.evidence().writes());
  }

  private static @Nullable Integer decision(
      List<Definition.Source> sources, Map<String, Integer> latest, List<Step> steps) {
    int last = -1;
    for (Definition.Source source : sources) {
      Integer at = latest.get(source.id());
      if (at != null) {
        Integer decided = source.conditional() ? at : steps.get(at).decidedBy();
        if (decided == null) {
          return null;
        }
        last = Math.max(last, decided);
      }
    }
    return last;
  }

  /** Whether the later of two nodes may depend on the earlier, wherever both stand. */
  boolean mayDepend(String one, String other) {
    for (int first = 0; first < steps.size(); first++) {
      for (int second = first + 1; second < steps.size(); second++) {
        if (are(steps.get(first), steps.get(second), one, other) && mayDepend(first, second)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean are(Step first, Step second, String one, String other) {
    return (first.node.equals(one) && second.node.equals(other))
        || (first.node.equals(other) && second.node.equals(one));
  }

  private boolean mayDepend(int first, int second) {
    Step earlier = steps.get(first);
    Step later = steps.get(second);
    return later.writes.meets(earlier.reads)
        || later.writes.meets(earlier.writes)
        || (later.decidedBy != null && later.decidedBy >= first)
        || reached(first, second).meets(later.reads);
  }

  /** Everything that may carry something of the first step when the second one starts. */
  private Names reached(int first, int second) {
    Names reached = steps.get(first).writes;
    for (Step between : steps.subList(first + 1, second)) {
      if (between.reads.meets(reached)) {
        reached = reached.and(between.writes);
      }
    }
    return reached;
  }
}
