package io.heddle.runs;

import io.heddle.contract.SpanAttributes;
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
  private static final String COLD = SpanAttributes.NODE_COLD;

  private final Map<Key, First> firsts = new HashMap<>();
  private final Set<String> recorded = new HashSet<>();

  private record Key(String instance, WorkflowKey workflow, String service, String node) {}

  private record First(List<Execution> run, Execution execution) {}

  static void mark(List<RunDraft> drafts) {
    ColdStarts starts = new ColdStarts();
    for (RunDraft draft : drafts) {
      starts.add(draft);
    }
    starts.firsts.forEach(starts::mark);
  }

  private void add(RunDraft draft) {
    boolean rootIsNode = draft.executions().size() == 1;
    for (Execution execution : draft.executions()) {
      String instance = execution.evidence().instance();
      if (instance != null && (rootIsNode || execution.role() == Execution.Role.NODE)) {
        add(draft, execution, instance);
      }
    }
  }

  private void add(RunDraft draft, Execution execution, String instance) {
    if (execution.cold() || execution.attributes().containsKey(COLD)) {
      recorded.add(instance);
    }
    Key key = new Key(instance, draft.workflow(), execution.service(), execution.node());
    firsts.merge(key, new First(draft.executions(), execution), ColdStarts::earlier);
  }

  private static First earlier(First left, First right) {
    return compare(left.execution, right.execution) <= 0 ? left : right;
  }

  private static int compare(Execution left, Execution right) {
    int byStart = Long.compare(left.startNs(), right.startNs());
    return byStart != 0 ? byStart : Long.compareUnsigned(left.spanId(), right.spanId());
  }

  private void mark(Key key, First first) {
    if (!recorded.contains(key.instance)) {
      first.run.set(first.execution.index(), first.execution.asCold());
    }
  }
}
