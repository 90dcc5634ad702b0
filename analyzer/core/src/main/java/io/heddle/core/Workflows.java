package io.heddle.core;

import io.heddle.runs.Chronology;
import io.heddle.runs.Run;
import io.heddle.runs.WorkflowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sorts runs by their workflow. */
final class Workflows {
  /** All runs by start, except those that count as a part of another one. */
  static SortedMap<WorkflowKey, List<Run>> of(Iterable<Run> runs) {
    SortedMap<WorkflowKey, List<Run>> byWorkflow = new TreeMap<>();
    for (Run run : runs) {
      if (run.isCounted()) {
        byWorkflow.computeIfAbsent(run.workflow(), unused -> new ArrayList<>()).add(run);
      }
    }
    // a list is split down to its last element, a tree is not
    return List.copyOf(byWorkflow.entrySet()).parallelStream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                workflow -> Chronology.of(workflow.getValue()),
                (one, other) -> one,
                TreeMap::new));
  }

  private Workflows() {}
}
