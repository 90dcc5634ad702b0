package io.heddle.core;

import io.heddle.core.replay.Replay;
import io.heddle.core.statistics.Group;
import io.heddle.core.statistics.GroupBy;
import io.heddle.core.statistics.Leverage;
import io.heddle.core.statistics.NodeKey;
import io.heddle.core.statistics.WorkflowStatistics;
import io.heddle.runs.Run;
import io.heddle.runs.WorkflowKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of all workflows, and what reading the input left over. Immutable.
 *
 * @param workflows a row for each version of a workflow, or for each of its groups; the largest
 *     total time first, then by name
 */
public record Statistics(List<WorkflowStatistics> workflows, Options.Reading reading) {
  static final Comparator<WorkflowStatistics> MOST_TIME_FIRST =
      Comparator.<WorkflowStatistics>comparingDouble(it -> it.durationMs().mean() * it.runs())
          .reversed()
          .thenComparing(WorkflowStatistics::workflow)
          .thenComparing(
              WorkflowStatistics::group, Comparator.nullsLast(Comparator.<Group>naturalOrder()));

  public Statistics {
    workflows = workflows.stream().sorted(MOST_TIME_FIRST).toList();
  }

  /**
   * The figures of the runs, except those that count as a part of another one. Drag and slack of a
   * group are over its runs, in the order of nodes that all runs of the workflow prove.
   */
  public static Statistics of(Iterable<Run> runs, GroupBy groups, Options options) {
    RunningStatistics figures = new RunningStatistics(groups, options);
    runs.forEach(figures::add);
    Map<WorkflowKey, Map<@Nullable Group, Map<NodeKey, Leverage>>> leverages = new HashMap<>();
    Workflows.of(runs)
        .forEach((workflow, of) -> leverages.put(workflow, Replay.of(of).leverageBy(groups::of)));
    return figures.statistics(
        options.reading(),
        (workflow, group) ->
            leverages.getOrDefault(workflow, Map.of()).getOrDefault(group, Map.of()));
  }
}
