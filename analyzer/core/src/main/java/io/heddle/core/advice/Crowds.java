package io.heddle.core.advice;

import io.heddle.core.statistics.NodeNumbers;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Callers and callees of which one execution of the caller has many of the callee below it. */
final class Crowds {
  private final NodeNumbers numbers = new NodeNumbers();
  private final Set<Long> pairs = new HashSet<>();
  private final int many;

  private Crowds(int many) {
    this.many = many;
  }

  static Crowds of(List<Run> runs, int many) {
    Crowds crowds = new Crowds(many);
    runs.forEach(crowds::look);
    return crowds;
  }

  boolean isEmpty() {
    return pairs.isEmpty();
  }

  /** Whether the execution and its parent are such a pair, in this run or in another one. */
  boolean hold(Run run, Execution execution) {
    return execution.parent() >= 0
        && pairs.contains(pair(run.executions().get(execution.parent()), execution));
  }

  private void look(Run run) {
    int[] children = new int[run.executions().size()];
    boolean crowded = false;
    for (Execution execution : run.executions()) {
      crowded |= execution.parent() >= 0 && ++children[execution.parent()] >= many;
    }
    if (crowded) {
      count(run, children);
    }
  }

  private void count(Run run, int[] children) {
    Map<Long, Integer> counts = new HashMap<>();
    for (Execution execution : run.executions()) {
      if (execution.parent() >= 0 && children[execution.parent()] >= many) {
        long same = pair(execution.parent(), numbers.nameOf(execution));
        if (counts.merge(same, 1, Integer::sum) == many) {
          pairs.add(pair(run.executions().get(execution.parent()), execution));
        }
      }
    }
  }

  private long pair(Execution caller, Execution callee) {
    return pair(numbers.nameOf(caller), numbers.nameOf(callee));
  }

  private static long pair(int one, int other) {
    return (long) one << Integer.SIZE | other;
  }
}
