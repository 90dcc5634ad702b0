package io.heddle.core.path;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The critical paths of structurally equal runs of one workflow, added up.
 *
 * @param group hash of the (service, node) tree with repeated siblings collapsed, or "other"
 * @param runs how many runs were added up
 * @param leftOut how many runs of the workflow no group holds, because nobody saw their end
 * @param unfinished whether nobody saw the end of these runs either: there are no others
 * @param exemplars runs that stand for the group
 * @param nodes where the time went, the largest share first
 */
public record AggregatePath(
    String service,
    String workflow,
    String group,
    int runs,
    int leftOut,
    boolean unfinished,
    Exemplars exemplars,
    List<Share> nodes) {
  public AggregatePath {
    nodes = List.copyOf(nodes);
  }

  /** Trace ids of the runs at three quantiles of the duration; of their first, if of several. */
  public record Exemplars(String p50, String p95, String p99) {}

  /**
   * Path time of one node and kind; an operation counts apart in each node that performs it.
   *
   * @param within the node that performs the operation; null when this is a node itself
   * @param meanMs per run of the group
   * @param pathShare fraction of the group's total time
   */
  public record Share(
      String service,
      String node,
      @Nullable String within,
      SectionKind kind,
      @Nullable String callee,
      double meanMs,
      double pathShare) {}
}
