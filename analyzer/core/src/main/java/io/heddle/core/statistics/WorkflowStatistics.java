package io.heddle.core.statistics;

import io.heddle.runs.WorkflowKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All runs of one version of a workflow. Null is unknown.
 *
 * @param failedRuns runs whose root failed
 * @param nodes the largest share of the critical path first, then by name
 */
public record WorkflowStatistics(
    WorkflowKey workflow,
    long runs,
    long failedRuns,
    Distribution durationMs,
    @Nullable Tokens tokens,
    @Nullable Cost cost,
    List<NodeStatistics> nodes) {
  public WorkflowStatistics {
    nodes = List.copyOf(nodes);
  }
}
