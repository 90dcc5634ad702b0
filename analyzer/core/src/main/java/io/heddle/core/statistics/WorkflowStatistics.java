package io.heddle.core.statistics;

import io.heddle.runs.Tokens;
import io.heddle.runs.WorkflowKey;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All runs of one version of a workflow, or a group of them. Null is unknown.
 *
 * @param group null when the runs of the workflow stay together
 * @param failedRuns finished runs whose root failed
 * @param unfinishedRuns runs whose end nobody saw
 * @param durationMs of the finished runs; if there are none, how long the others were seen
 * @param reportedCost what the calls themselves say they cost, in the currency of their source;
 *     calls that say nothing count nothing
 * @param unpriced models that were used and have no price; one is enough for the cost to be unknown
 * @param nodes the largest share of the critical path first, then by name
 */
public record WorkflowStatistics(
    WorkflowKey workflow,
    @Nullable Group group,
    long runs,
    long failedRuns,
    long unfinishedRuns,
    Distribution durationMs,
    @Nullable Tokens tokens,
    @Nullable Cost cost,
    @Nullable BigDecimal reportedCost,
    List<String> unpriced,
    List<NodeStatistics> nodes) {
  public WorkflowStatistics {
    unpriced = List.copyOf(unpriced);
    nodes = List.copyOf(nodes);
  }

  /** These figures, as those of a group. */
  public WorkflowStatistics of(@Nullable Group newGroup) {
    return new WorkflowStatistics(
        workflow,
        newGroup,
        runs,
        failedRuns,
        unfinishedRuns,
        durationMs,
        tokens,
        cost,
        reportedCost,
        unpriced,
        nodes);
  }
}
