package io.heddle.core.statistics;

import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Role;
import io.heddle.runs.Run;
import io.heddle.runs.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What statistics need to know of a run's tree. */
final class RunShape {
  private final List<Execution> executions;
  private final boolean rootIsTheNode;
  private final boolean[] usageBelow;
  private final long[] covered;

  RunShape(Run run) {
    executions = run.executions();
    rootIsTheNode = executions.stream().noneMatch(it -> isNode(it, false));
    usageBelow = new boolean[executions.size()];
    covered = new long[executions.size()];
    for (int i = executions.size() - 1; i > 0; i--) {
      propagateUsage(executions.get(i));
    }
    cover();
  }

  /** Whether the execution counts as an execution of a node. */
  boolean isNode(Execution execution) {
    return isNode(execution, rootIsTheNode);
  }

  /** The node whose time and money this is: itself or the nearest above; the root when none is. */
  Execution node(Execution execution) {
    Execution at = execution;
    while (at.parent() >= 0 && !isNode(at)) {
      at = executions.get(at.parent());
    }
    return at;
  }

  /** Usage that no descendant reports again. */
  @Nullable Usage leafUsage(Execution execution) {
    return usageBelow[execution.index()] ? null : execution.usage();
  }

  /** Time of the execution that none of its children covers. */
  long selfNs(Execution execution) {
    return execution.durationNs() - covered[execution.index()];
  }

  private static boolean isNode(Execution execution, boolean rootIsTheNode) {
    return execution.role() == Role.ROOT ? rootIsTheNode : execution.role() == Role.NODE;
  }

  private void propagateUsage(Execution execution) {
    Usage usage = execution.usage();
    boolean used = (usage != null && usage.counts()) || usageBelow[execution.index()];
    if (execution.parent() >= 0 && used) {
      usageBelow[execution.parent()] = true;
    }
  }

  /** Siblings come in order of start. */
  private void cover() {
    long[] reached = new long[executions.size()];
    for (Execution child : executions) {
      if (child.parent() >= 0) {
        Execution parent = executions.get(child.parent());
        long from = Math.max(child.startNs(), Math.max(reached[parent.index()], parent.startNs()));
        long to = Math.min(child.endNs(), parent.endNs());
        covered[parent.index()] += Math.max(0, to - from);
        reached[parent.index()] = Math.max(reached[parent.index()], child.endNs());
      }
    }
  }
}
