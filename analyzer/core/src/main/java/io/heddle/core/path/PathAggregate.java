package io.heddle.core.path;

import io.heddle.runs.Run;
import io.heddle.runs.WorkflowKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up the critical paths of one workflow by the structure of their runs; structures that few
 * runs have are pooled. Runs whose end nobody saw lack a part of their structure and of their time:
 * they are left out, unless there are no others. Not thread-safe.
 */
public final class PathAggregate {
  /** The group of all structures that too few runs have. */
  public static final String OTHER = "other";

  private static final int FEWEST_RUNS = 20;

  private final Map<String, PathGroup> finished = new TreeMap<>();
  private final Map<String, PathGroup> unfinished = new TreeMap<>();

  /** What became of the runs whose end nobody saw. */
  record Rest(int leftOut, boolean unfinished) {}

  /**
   * Adds a run.
   *
   * @param paths of the same run, as {@link CriticalPath#of} gives them
   */
  public void add(Run run, List<CriticalPath> paths) {
    (run.isFinished() ? finished : unfinished)
        .computeIfAbsent(Structure.of(run), unused -> new PathGroup())
        .add(run, paths);
  }

  /** Adds the runs of another aggregate, which stays as it is. */
  public void merge(PathAggregate others) {
    merge(finished, others.finished);
    merge(unfinished, others.unfinished);
  }

  private static void merge(Map<String, PathGroup> groups, Map<String, PathGroup> others) {
    others.forEach((structure, group) ->
        groups.computeIfAbsent(structure, unused -> new PathGroup()).merge(group));
  }

  /** One aggregate a group, most runs first. */
  public List<AggregatePath> paths(WorkflowKey workflow) {
    List<AggregatePath> paths = new ArrayList<>();
    PathGroup other = new PathGroup();
    Map<String, PathGroup> groups = finished.isEmpty() ? unfinished : finished;
    Rest rest = rest();
    for (Map.Entry<String, PathGroup> entry : groups.entrySet()) {
      if (entry.getValue().runs() < FEWEST_RUNS) {
        other.merge(entry.getValue());
      } else {
        paths.add(entry.getValue().aggregate(workflow, entry.getKey(), rest));
      }
    }
    if (other.runs() > 0) {
      paths.add(other.aggregate(workflow, OTHER, rest));
    }
    paths.sort(
        Comparator.comparingInt(AggregatePath::runs)
            .reversed()
            .thenComparing(AggregatePath::group));
    return List.copyOf(paths);
  }

  private Rest rest() {
    return finished.isEmpty()
        ? new Rest(0, true)
        : new Rest(unfinished.values().stream().mapToInt(PathGroup::runs).sum(), false);
  }
}
