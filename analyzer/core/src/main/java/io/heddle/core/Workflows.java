package io.heddle.core;

import io.heddle.runs.Run;
import io.heddle.runs.WorkflowKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sorts runs by their workflow. */
final class Workflows {
  private static final Comparator<Run> BY_START =
      Comparator.<Run>comparingLong(run -> run.root().startNs())
          .thenComparing(Run::traceId)
          .thenComparingLong(run -> run.root().spanId());

  /** All runs by start, except those that count as a part of another one. */
  static SortedMap<WorkflowKey, List<Run>> of(Iterable<Run> runs) {
    SortedMap<WorkflowKey, List<Run>> byWorkflow = new TreeMap<>();
    for (Run run : runs) {
      if (run.isCounted()) {
        byWorkflow.computeIfAbsent(run.workflow(), unused -> new ArrayList<>()).add(run);
      }
    }
    byWorkflow.values().forEach(of -> of.sort(BY_START));
    return byWorkflow;
  }

  private Workflows() {}
}
