package io.heddle.core.advice;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.Comparator;
import java.util.List;

/** The part of a run in which executions of a node wait: what several wait at once counts once. */
final class Waited {
  private final String node;

  Waited(String node) {
    this.node = node;
  }

  /** In ns, all runs together. */
  long in(List<Run> runs) {
    long waited = 0;
    for (Run run : runs) {
      waited += in(run);
    }
    return waited;
  }

  private long in(Run run) {
    List<Execution> waiting =
        run.executions().stream()
            .filter(it -> it.index() > 0 && it.waitNs() > 0 && it.node().equals(node))
            .sorted(Comparator.comparingLong(it -> it.startNs() - it.waitNs()))
            .toList();
    long waited = 0;
    long until = Long.MIN_VALUE;
    for (Execution execution : waiting) {
      long from = Math.max(until, execution.startNs() - execution.waitNs());
      waited += Math.max(0, execution.startNs() - from);
      until = Math.max(until, execution.startNs());
    }
    return waited;
  }
}
