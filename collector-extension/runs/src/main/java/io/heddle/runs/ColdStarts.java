package io.heddle.runs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Marks the first execution of every node in its process as cold. Without a process nothing is
 * cold, and where the agent marked anything itself its word stands for the whole process.
 */
final class ColdStarts {
  private final Map<FirstVisits.Instance, Set<FirstVisits.Node>> known = new HashMap<>();
  private final Set<String> recorded = new HashSet<>();

  /** Marks executions of the drafts; a node that was cold in earlier drafts is warm. */
  void mark(List<Batch> batches) {
    FirstVisits all = new FirstVisits();
    for (Batch batch : batches) {
      recorded.addAll(batch.coldRecorded());
      all.add(batch.firsts());
    }
    all.each(this::mark);
  }

  private void mark(FirstVisits.Instance process, FirstVisits.Node node, FirstVisits.Visit first) {
    if (!recorded.contains(process.id())
        && known.computeIfAbsent(process, unseen -> new HashSet<>()).add(node)) {
      first.mark();
    }
  }
}
