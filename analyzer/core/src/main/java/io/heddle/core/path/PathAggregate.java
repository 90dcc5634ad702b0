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
 * runs have are pooled. Not thread-safe.
 */
public final class PathAggregate {
  /** The group of all structures that too few runs have. */
  public static final String OTHER = "other";

  private static final int FEWEST_RUNS = 20;

  private final Map<String, PathGroup> groups = new TreeMap<>();

  /**
   * Adds a run.
   *
   * @param paths of the same run, as {@link CriticalPath#of} gives them
   */
  public void add(Run run, List<CriticalPath> paths) {
    groups.computeIfAbsent(Structure.of(run), unused -> new PathGroup()).add(run, paths);
  }

  /** Adds the runs of another aggregate, which stays as it is. */
  public void merge(PathAggregate others) {
    others.groups.forEach((structure, group) ->
        groups.computeIfAbsent(structure, unused -> new PathGroup()).merge(group));
  }

  /** One aggregate a group, most runs first. */
  public List<AggregatePath> paths(WorkflowKey workflow) {
    List<AggregatePath> paths = new ArrayList<>();
    PathGroup other = new PathGroup();
    for (Map.Entry<String, PathGroup> entry : groups.entrySet()) {
      if (entry.getValue().runs() < FEWEST_RUNS) {
        other.merge(entry.getValue());
      } else {
        paths.add(aggregate(entry.getValue(), workflow, entry.getKey()));
      }
    }
    if (other.runs() > 0) {
      paths.add(aggregate(other, workflow, OTHER));
    }
    paths.sort(
        Comparator.comparingInt(AggregatePath::runs)
            .reversed()
            .thenComparing(AggregatePath::group));
    return List.copyOf(paths);
  }

  private static AggregatePath aggregate(PathGroup group, WorkflowKey workflow, String name) {
    return group.aggregate(workflow.service(), workflow.name(), name);
  }
}
