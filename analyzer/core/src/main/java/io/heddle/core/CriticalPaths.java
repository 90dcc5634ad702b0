package io.heddle.core;

import io.heddle.core.path.AggregatePath;
import io.heddle.core.path.CriticalPath;
import io.heddle.core.path.Overlap;
import io.heddle.core.path.PathAggregate;
import io.heddle.core.statistics.Profile;
import io.heddle.runs.Run;
import io.heddle.runs.WorkflowKey;
import java.util.Comparator;
import java.util.List;

/** Critical paths of many runs, added up. */
public final class CriticalPaths {
  private record Workflow(WorkflowKey key, List<Run> runs) {
    long durationNs() {
      return runs.stream().mapToLong(Profile::durationNs).sum();
    }

    List<AggregatePath> paths(Overlap overlap) {
      PathAggregate aggregate = new PathAggregate();
      runs.forEach(run -> aggregate.add(run, CriticalPath.of(run, overlap)));
      return aggregate.paths(key);
    }
  }

  /** Workflow by workflow, the largest total time first; in each the most frequent group first. */
  public static List<AggregatePath> aggregate(Iterable<Run> runs, Overlap overlap) {
    return Workflows.of(runs).entrySet().stream()
        .map(entry -> new Workflow(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(Workflow::durationNs).reversed())
        .flatMap(workflow -> workflow.paths(overlap).stream())
        .toList();
  }

  private CriticalPaths() {}
}
