package io.heddle.core.blueprint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a definition tells about the runs to come. Immutable.
 *
 * @param format the language of the definition
 * @param nodes in an order in which they could run
 * @param avoidable edges that the best parallel plan does not wait for
 * @param error of the estimate; null when nothing was measured
 * @param notes what was repaired, left out or guessed
 */
public record StaticProfile(
    String workflow,
    String format,
    List<Node> nodes,
    List<BlueprintEdge> edges,
    List<BlueprintEdge> avoidable,
    Totals totals,
    Score score,
    @Nullable EstimateError error,
    List<String> notes) {
  public StaticProfile {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    avoidable = List.copyOf(avoidable);
    notes = List.copyOf(notes);
  }

  /**
   * A node and its estimate.
   *
   * @param executions in a mean run: below 1 on a branch, above 1 in a loop
   * @param fanIn how many nodes lead to it
   * @param fanOut how many nodes it leads to
   */
  public record Node(
      BlueprintNode node,
      Estimate estimate,
      double executions,
      int fanIn,
      int fanOut,
      boolean parallelizable) {}

  /**
   * Of a mean run.
   *
   * @param serialMs of all executions, one after the other
   * @param criticalPathMs from start to end, as written
   * @param bestMs from start to end, without avoidable waits
   * @param peakMemoryBytes at the worst instant of any run
   * @param peakGpuBytes the same on an accelerator
   * @param parallelGroups ids of nodes that can all run at once
   */
  public record Totals(
      double serialMs,
      double criticalPathMs,
      double bestMs,
      double peakMemoryBytes,
      double peakGpuBytes,
      List<List<String>> parallelGroups) {}
}
