package io.heddle.core;

import io.heddle.core.statistics.WorkflowStatistics;
import java.util.Comparator;
import java.util.List;

/**
 * The figures of all workflows, and what reading the input left over. Immutable.
 *
 * @param workflows the largest total time first, then by name
 */
public record Statistics(List<WorkflowStatistics> workflows, Options.Reading reading) {
  static final Comparator<WorkflowStatistics> MOST_TIME_FIRST =
      Comparator.<WorkflowStatistics>comparingDouble(it -> it.durationMs().mean() * it.runs())
          .reversed()
          .thenComparing(WorkflowStatistics::workflow);

  public Statistics {
    workflows = workflows.stream().sorted(MOST_TIME_FIRST).toList();
  }
}
