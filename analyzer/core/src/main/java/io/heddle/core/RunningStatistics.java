package io.heddle.core;

import io.heddle.core.path.CriticalPath;
import io.heddle.core.statistics.Profile;
import io.heddle.runs.Run;
import io.heddle.runs.WorkflowKey;
import java.util.Map;
import java.util.TreeMap;

/**
 * Statistics of runs that come one by one and are not kept: memory is bounded by the number of
 * nodes. Drag and slack stay unknown, since a replay needs all runs. Not thread-safe.
 */
public final class RunningStatistics {
  private final Map<WorkflowKey, Profile> profiles = new TreeMap<>();
  private final Options options;

  public RunningStatistics(Options options) {
    this.options = options;
  }

  /** Adds a run, unless it counts as a part of another one. */
  public void add(Run run) {
    if (run.isCounted()) {
      profiles
          .computeIfAbsent(run.workflow(), unused -> new Profile())
          .add(run, CriticalPath.of(run, options.overlap()));
    }
  }

  /** The figures of all runs so far. */
  public Statistics statistics(Options.Reading reading) {
    return new Statistics(
        profiles.entrySet().stream()
            .map(it -> it.getValue().statistics(it.getKey(), options.prices(), Map.of()))
            .toList(),
        reading);
  }
}
