package io.heddle.core.skew;

import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts right what clocks of different hosts disagree about: an execution on another host than its
 * parent that does not fit into it is moved to the parent's middle, or to its start when it is
 * longer and began before. What is below it on the same host moves along. An asynchronous execution
 * need not fit and is never moved by itself. Immutable; linear but for the order of siblings.
 */
public final class ClockSkew {
  private final long maxNs;

  /**
   * Allows corrections up to a size.
   *
   * @param maxNs a larger one is reported and not applied; 0 applies none
   * @throws IllegalArgumentException when negative
   */
  public ClockSkew(long maxNs) {
    if (maxNs < 0) {
      throw new IllegalArgumentException("a clock skew is at least 0 ns, not " + maxNs);
    }
    this.maxNs = maxNs;
  }

  /**
   * A run after its clocks were put right.
   *
   * @param run the one given when nothing was to be done
   * @param shifts in order of the run's executions
   */
  public record Repaired(Run run, List<Shift> shifts) {
    public Repaired {
      shifts = List.copyOf(shifts);
    }
  }

  /** Puts one run right. */
  public Repaired repair(Run run) {
    List<Execution> executions = run.executions();
    long[] deltas = new long[executions.size()];
    List<Shift> shifts = new ArrayList<>();
    for (Execution execution : executions) {
      if (execution.parent() >= 0) {
        Execution parent = executions.get(execution.parent());
        deltas[execution.index()] = delta(execution, parent, deltas[parent.index()], shifts);
      }
    }
    return shifts.isEmpty()
        ? new Repaired(run, List.of())
        : new Repaired(new Shifted(run, deltas).run(shifts), shifts);
  }

  private long delta(Execution execution, Execution parent, long ofParent, List<Shift> shifts) {
    if (!Hosts.differ(execution, parent)) {
      return ofParent;
    }
    long needed = isAsync(execution, parent) ? 0 : needed(execution, parent, ofParent);
    if (needed == 0) {
      return 0;
    }
    boolean applied = Math.abs(needed) <= maxNs;
    shifts.add(new Shift(execution, needed, applied));
    return applied ? needed : 0;
  }

  private static boolean isAsync(Execution execution, Execution parent) {
    return execution.async()
        || (parent.kind() == Kind.PRODUCER && execution.kind() == Kind.CONSUMER);
  }

  private static long needed(Execution execution, Execution parent, long ofParent) {
    long start = parent.startNs() + ofParent;
    long end = parent.endNs() + ofParent;
    boolean longer = execution.durationNs() > parent.durationNs();
    if (longer) {
      return Math.max(0, start - execution.startNs());
    }
    boolean fits = execution.startNs() >= start && execution.endNs() <= end;
    return fits
        ? 0
        : start + (parent.durationNs() - execution.durationNs()) / 2 - execution.startNs();
  }
}
