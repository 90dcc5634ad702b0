package io.heddle.core.blueprint;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/** A definition without cycles and nesting, ready to be run through. */
final class Network {
  private static final Comparator<Arc> BY_SOURCE =
      Comparator.comparingInt(Arc::from)
          .thenComparingInt(Arc::to)
          .thenComparing(Arc::edge, Comparator.nullsFirst(Comparator.naturalOrder()));

  final List<BlueprintNode> nodes;
  final Wiring wiring;
  final Arc[] arcs;
  final Choices choices;

  /** How often each node runs. */
  final Rounds rounds;

  /** The cycles that were taken out, as vertices. */
  final List<int[]> cycles;

  private final int[] firstArc;
  private final int[] incoming;
  private final boolean[] start;
  private final int[] order;
  private final boolean[] reached;

  Network(Blueprint repaired, Beliefs beliefs) {
    wiring = new Wiring(repaired);
    nodes = wiring.nodes;
    cycles = Loops.unroll(wiring);
    arcs = wiring.arcs.toArray(Arc[]::new);
    Arrays.sort(arcs, BY_SOURCE);
    firstArc = firstArcs();
    incoming = new int[vertices()];
    Arrays.stream(arcs).forEach(arc -> incoming[arc.to()]++);
    start = starts();
    choices = new Choices(arcs, beliefs::probability);
    rounds = new Rounds(wiring, cycles, beliefs);
    order = topologicalOrder();
    reached = reach();
  }

  int vertices() {
    return wiring.vertices();
  }

  /** Position of the vertex's first outgoing arc; those of the next vertex follow. */
  int firstArc(int vertex) {
    return firstArc[vertex];
  }

  /** All vertices, sources before targets. */
  int[] order() {
    return order;
  }

  /** Whether any run can come here. */
  boolean reached(int vertex) {
    return reached[vertex];
  }

  /** Whether runs begin here. */
  boolean isStart(int vertex) {
    return vertex < start.length && start[vertex];
  }

  /** Where the definition says so; else wherever nothing leads to. */
  private boolean[] starts() {
    boolean marked = nodes.stream().anyMatch(node -> node.parent() == null && node.start());
    boolean[] starts = new boolean[nodes.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = wiring.parent(i) < 0 && (marked ? nodes.get(i).start() : incoming[i] == 0);
    }
    return starts;
  }

  private int[] firstArcs() {
    int[] first = new int[vertices() + 1];
    for (Arc arc : arcs) {
      first[arc.from() + 1]++;
    }
    for (int i = 0; i < vertices(); i++) {
      first[i + 1] += first[i];
    }
    return first;
  }

  private int[] topologicalOrder() {
    int[] open = incoming.clone();
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (int vertex = 0; vertex < open.length; vertex++) {
      if (open[vertex] == 0) {
        ready.add(vertex);
      }
    }
    int[] sorted = new int[open.length];
    int size = 0;
    while (!ready.isEmpty()) {
      int vertex = ready.remove();
      sorted[size++] = vertex;
      for (int arc = firstArc[vertex]; arc < firstArc[vertex + 1]; arc++) {
        if (--open[arcs[arc].to()] == 0) {
          ready.add(arcs[arc].to());
        }
      }
    }
    return sorted;
  }

  private boolean[] reach() {
    boolean[] seen = new boolean[vertices()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int vertex = 0; vertex < nodes.size(); vertex++) {
      if (isStart(vertex)) {
        seen[vertex] = true;
        open.add(vertex);
      }
    }
    while (!open.isEmpty()) {
      int vertex = open.remove();
      for (int arc = firstArc[vertex]; arc < firstArc[vertex + 1]; arc++) {
        if (!seen[arcs[arc].to()]) {
          seen[arcs[arc].to()] = true;
          open.add(arcs[arc].to());
        }
      }
    }
    return seen;
  }
}
