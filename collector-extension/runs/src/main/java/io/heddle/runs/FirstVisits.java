package io.heddle.runs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first execution of every node in each process, among the runs that were added. A process is a
 * {@code service.instance.id}, as far as it serves one workflow.
 */
final class FirstVisits {
  private final Map<Instance, Nodes> processes = new HashMap<>();

  /** One process, as far as it serves one workflow. */
  record Instance(String id, WorkflowKey workflow) {}

  /** Compared without the cost of a record's own way. */
  record Node(String service, String name) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Node node && name.equals(node.name) && service.equals(node.service);
    }

    @Override
    public int hashCode() {
      return 31 * name.hashCode() + service.hashCode();
    }
  }

  /** An execution in its run. */
  record Visit(List<Execution> run, Execution execution) {
    void mark() {
      run.set(execution.index(), execution.with(execution.traits().asCold()));
    }

    private boolean isAfter(Execution other) {
      int byStart = Long.compare(execution.startNs(), other.startNs());
      return byStart > 0
          || (byStart == 0 && Long.compareUnsigned(execution.spanId(), other.spanId()) > 0);
    }
  }

  /** The first visits of one process; found by traits, of which a node has few. */
  private static final class Nodes {
    private final Map<Node, First> byNode = new HashMap<>();
    private final Map<Traits, First> byTraits = new HashMap<>();

    First of(Traits traits) {
      First first = byTraits.get(traits);
      if (first == null) {
        first = of(new Node(traits.service(), traits.node()));
        byTraits.put(traits, first);
      }
      return first;
    }

    First of(Node node) {
      return byNode.computeIfAbsent(node, unseen -> new First());
    }
  }

  /** Where the first visit is kept. */
  private static final class First {
    private @Nullable Visit visit;

    void offer(List<Execution> run, Execution execution) {
      if (visit == null || visit.isAfter(execution)) {
        visit = new Visit(run, execution);
      }
    }
  }

  /** Takes the visits of nodes by one. */
  @FunctionalInterface
  interface Taker {
    void take(Instance process, Node node, Visit first);
  }

  /** Adds a run; of equal visits the one that is added first counts. */
  void add(RunDraft draft) {
    List<Execution> run = draft.executions();
    boolean rootIsNode = run.size() == 1;
    String last = null;
    Nodes nodes = null;
    for (Execution execution : run) {
      String instance = execution.evidence().instance();
      if (instance != null && (rootIsNode || execution.role() == Execution.Role.NODE)) {
        if (nodes == null || !instance.equals(last)) {
          last = instance;
          nodes = nodes(new Instance(instance, draft.workflow()));
        }
        nodes.of(execution.traits()).offer(run, execution);
      }
    }
  }

  /** Adds what others have found, behind what is here. */
  void add(FirstVisits others) {
    others.each(
        (process, node, visit) -> nodes(process).of(node).offer(visit.run, visit.execution));
  }

  void each(Taker taker) {
    processes.forEach((process, nodes) ->
        nodes.byNode.forEach((node, first) -> {
          if (first.visit != null) {
            taker.take(process, node, first.visit);
          }
        }));
  }

  private Nodes nodes(Instance process) {
    return processes.computeIfAbsent(process, unseen -> new Nodes());
  }
}
