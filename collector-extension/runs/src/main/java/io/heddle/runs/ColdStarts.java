package io.heddle.runs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Marks the first execution of every node in its process as cold. A process is a {@code
 * service.instance.id}; without one nothing is cold, and where the agent marked anything itself its
 * word stands for the whole process.
 */
final class ColdStarts {
  private final Map<Instance, Map<Node, First>> firsts = new HashMap<>();
  private final Map<Instance, Set<Node>> known = new HashMap<>();
  private final Set<String> recorded = new HashSet<>();

  /** One process, as far as it serves one workflow. */
  private record Instance(String id, WorkflowKey workflow) {}

  /** Compared without the cost of a record's own way. */
  private record Node(String service, String name) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Node node && name.equals(node.name) && service.equals(node.service);
    }

    @Override
    public int hashCode() {
      return 31 * name.hashCode() + service.hashCode();
    }
  }

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
    firsts.forEach((process, nodes) -> {
      nodes.values().forEach(ColdStarts::mark);
      known.computeIfAbsent(process, unseen -> new HashSet<>()).addAll(nodes.keySet());
    });
    firsts.clear();
  }

  private void add(RunDraft draft) {
    boolean rootIsNode = draft.executions().size() == 1;
    String last = null;
    Map<Node, First> nodes = Map.of();
    Set<Node> warm = Set.of();
    for (Execution execution : draft.executions()) {
      String instance = execution.evidence().instance();
      if (instance == null || recorded.contains(instance)) {
        continue;
      }
      if (!instance.equals(last)) {
        last = instance;
        Instance process = new Instance(instance, draft.workflow());
        nodes = firsts.computeIfAbsent(process, unseen -> new HashMap<>());
        warm = known.getOrDefault(process, Set.of());
      }
      if (rootIsNode || execution.role() == Execution.Role.NODE) {
        add(nodes, warm, new First(draft.executions(), execution));
      }
    }
  }

  private static void add(Map<Node, First> nodes, Set<Node> warm, First first) {
    Node node = new Node(first.execution.service(), first.execution.node());
    if (!warm.contains(node)) {
      nodes.merge(node, first, ColdStarts::earlier);
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
