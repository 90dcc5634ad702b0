package io.heddle.core;

import io.heddle.core.path.CriticalPath;
import io.heddle.core.statistics.Group;
import io.heddle.core.statistics.GroupBy;
import io.heddle.core.statistics.Leverage;
import io.heddle.core.statistics.NodeKey;
import io.heddle.core.statistics.Profile;
import io.heddle.core.statistics.WorkflowStatistics;
import io.heddle.runs.Run;
import io.heddle.runs.WorkflowKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of runs that come one by one and are not kept: memory is bounded by the number of
 * nodes, and of groups if there are any. Drag and slack stay unknown, since a replay needs all
 * runs. Not thread-safe.
 */
public final class RunningStatistics {
  private final Map<Row, Profile> profiles = new HashMap<>();
  private final GroupBy groups;
  private final Options options;

  /** What has figures of its own. */
  private record Row(WorkflowKey workflow, @Nullable Group group) {}

  /** What a replay says of the nodes of a group of runs. */
  @FunctionalInterface
  interface Leverages {
    Map<NodeKey, Leverage> of(WorkflowKey workflow, @Nullable Group group);
  }

  public RunningStatistics(GroupBy groups, Options options) {
    this.groups = groups;
    this.options = options;
  }

  /** Adds a run, unless it counts as a part of another one. */
  public void add(Run run) {
    if (run.isCounted()) {
      profiles
          .computeIfAbsent(new Row(run.workflow(), groups.of(run)), unused -> new Profile())
          .add(run, CriticalPath.of(run, options.overlap()));
    }
  }

  /** The figures of all runs so far. */
  public Statistics statistics(Options.Reading reading) {
    return statistics(reading, (workflow, group) -> Map.of());
  }

  Statistics statistics(Options.Reading reading, Leverages leverages) {
    List<WorkflowStatistics> rows =
        profiles.entrySet().stream()
            .map(it -> figures(it.getKey(), it.getValue(), leverages))
            .toList();
    return new Statistics(rows, reading);
  }

  private WorkflowStatistics figures(Row row, Profile profile, Leverages leverages) {
    return profile
        .statistics(row.workflow, options.prices(), leverages.of(row.workflow, row.group))
        .of(row.group);
  }
}
