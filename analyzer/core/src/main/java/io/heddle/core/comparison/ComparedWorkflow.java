package io.heddle.core.comparison;

import io.heddle.core.statistics.NodeKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One workflow in both groups.
 *
 * @param delta of the run's duration
 * @param mix of runs, where it differs and that takes time; else null
 * @param ways through the workflow, where runs take others and that takes time; else null
 * @param causes whose deltas sum to the run's; the one that carries most of the change first, or,
 *     where the run's change does not hold, the largest that holds
 * @param nodes the mean execution of each node a run, the largest change first
 * @param errors nodes that failed in either group, the largest change first
 */
public record ComparedWorkflow(
    String service,
    String workflow,
    Runs runs,
    Delta delta,
    @Nullable Mix mix,
    @Nullable Mix ways,
    List<CauseDelta> causes,
    List<NodeDelta> nodes,
    List<ErrorDelta> errors) {
  public ComparedWorkflow {
    causes = List.copyOf(causes);
    nodes = List.copyOf(nodes);
    errors = List.copyOf(errors);
  }

  boolean regressed() {
    boolean slower = delta.significant() && delta.meanMs() > 0;
    return slower || errors.stream().anyMatch(e -> e.significant() && e.current() > e.base());
  }

  /** Which runs were compared. */
  public record Runs(Picked base, Picked current) {}

  /** How the path time of a cause changed, per run. */
  public record CauseDelta(Cause cause, Delta delta) {}

  /** How the duration of a node's execution changed. */
  public record NodeDelta(NodeKey node, Delta delta) {}

  /**
   * How often a node failed.
   *
   * @param base fraction of the node's executions in the base
   * @param current fraction of its current executions
   */
  public record ErrorDelta(NodeKey node, double base, double current, boolean significant) {}
}
