package io.heddle.runs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Marks the first execution of every node in its process as cold. A process is a {@code
 * service.instance.id}; without one nothing is cold, and where the agent marked anything itself its
 * word stands for the whole process.
 */
final class ColdStarts {
  private final Map<Key, First> firsts = new HashMap<>();
  private final Set<Key> known = new HashSet<>();
  private final Set<String> recorded = new HashSet<>();

  private record Key(String instance, WorkflowKey workflow, String service, String node) {}

  private record First(List<Execution> run, Execution execution) {}

  /**
   * Marks executions in the drafts; a node that was cold in earlier drafts is warm.
   *
   * @param nowRecorded processes whose agent says what is cold
   */
  void mark(List<RunDraft> drafts, Set<String> nowRecorded) {
    recorded.addAll(nowRecorded);
    for (RunDraft draft : drafts) {
      add(draft);
    }
    firsts.values().forEach(ColdStarts::mark);
    known.addAll(firsts.keySet());
    firsts.clear();
  }

  private void add(RunDraft draft) {
    boolean rootIsNode = draft.executions().size() == 1;
    for (Execution execution : draft.executions()) {
      String instance = execution.evidence().instance();
      if (instance != null
          && !recorded.contains(instance)
          && (rootIsNode || execution.role() == Execution.Role.NODE)) {
        add(draft, execution, instance);
      }
    }
  }

  private void add(RunDraft draft, Execution execution, String instance) {
    Key key = new Key(instance, draft.workflow(), execution.service(), execution.node());
    if (!known.contains(key)) {
      firsts.merge(key, new First(draft.executions(), execution), ColdStarts::earlier);
    }
  }

  private static First earlier(First left, First right) {
    return compare(left.execution, right.execution) <= 0 ? left : right;
  }

  private static int compare(Execution left, Execution right) {
    int byStart = Long.compare(left.startNs(), right.startNs());
    return byStart != 0 ? byStart : Long.compareUnsigned(left.spanId(), right.spanId());
  }

  private static void mark(First first) {
    Execution execution = first.execution;
    first.run.set(execution.index(), execution.with(execution.traits().asCold()));
  }
}
