package io.heddle.core.statistics;

import io.heddle.runs.Tokens;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All executions of one node. Null is unknown.
 *
 * @param durationMs of every execution, cold and repeated ones too
 * @param varianceMs2 of the durations, as a population
 * @param selfMs mean time of an execution that no child covers
 * @param waitMs recorded waits before the start
 * @param lastDurationsMs of the latest 20 executions, oldest first
 * @param pathShare path time of the node and of the operations below it, over all runs' time
 * @param dragMs what the mean run loses when this node takes no time
 * @param slackMs what the node may grow before the mean run grows
 * @param cpuMs mean, where measured
 * @param allocBytes mean, where measured
 * @param reportedCost as in {@link WorkflowStatistics}
 */
public record NodeStatistics(
    NodeKey key,
    String type,
    Counts counts,
    Distribution durationMs,
    double varianceMs2,
    double selfMs,
    @Nullable Distribution waitMs,
    @Nullable Distribution firstTokenMs,
    List<Double> lastDurationsMs,
    double pathShare,
    @Nullable Double dragMs,
    @Nullable Double slackMs,
    @Nullable Double cpuMs,
    @Nullable Double allocBytes,
    @Nullable Tokens tokens,
    @Nullable Cost cost,
    @Nullable BigDecimal reportedCost) {
  public NodeStatistics {
    lastDurationsMs = List.copyOf(lastDurationsMs);
  }

  /**
   * How often something happened.
   *
   * @param executions every attempt of every visit
   * @param errors executions that failed
   * @param attempts executions that repeat a failed one
   * @param cold first executions of the node in their process
   * @param cacheHits executions answered by a result cache
   */
  public record Counts(long executions, long errors, long attempts, long cold, long cacheHits) {}
}
