package io.heddle.core.statistics;

import io.heddle.runs.WorkflowKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All runs of one version of a workflow. Null is unknown.
 *
 * @param failedRuns runs whose root failed
 * @param unpriced models that were used and have no price; one is enough for the cost to be unknown
 * @param nodes the largest share of the critical path first, then by name
 */
public record WorkflowStatistics(
    WorkflowKey workflow,
    long runs,
    long failedRuns,
    Distribution durationMs,
    @Nullable Tokens tokens,
    @Nullable Cost cost,
    List<String> unpriced,
    List<NodeStatistics> nodes) {
  public WorkflowStatistics {
    unpriced = List.copyOf(unpriced);
    nodes = List.copyOf(nodes);
  }
}
