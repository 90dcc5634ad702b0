package io.heddle.core.blueprint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A definition as vertices and arcs: each node is a vertex, and each container has a second one
 * behind its content.
 */
final class Wiring {
  private static final int NONE = -1;

  final List<BlueprintNode> nodes;
  final List<Arc> arcs = new ArrayList<>();
  private final Map<String, Integer> index = new HashMap<>();
  private final int[] parent;
  private final int[] exit;
  private int vertices;

  Wiring(Blueprint repaired) {
    nodes = repaired.nodes();
    parent = new int[nodes.size()];
    exit = new int[nodes.size()];
    vertices = nodes.size();
    for (int i = 0; i < nodes.size(); i++) {
      index.put(nodes.get(i).id(), i);
      exit[i] = i;
    }
    nest();
    boolean[] entered = new boolean[nodes.size()];
    repaired.edges().forEach(edge -> connect(edge, entered));
    fill(entered);
  }

  int vertices() {
    return vertices;
  }

  /** A vertex that stands for no node. */
  int addVertex() {
    return vertices++;
  }

  /** The vertex by whose end the node and all it contains are done. */
  int exit(int node) {
    return exit[node];
  }

  /** The container's node; -1 at the top. */
  int parent(int node) {
    return parent[node];
  }

  /** The node's position; null when there is none of that id. */
  @Nullable Integer node(String id) {
    return index.get(id);
  }

  boolean isContainer(int node) {
    return exit[node] != node;
  }

  /** Whether one node lies in the other, at any depth. */
  boolean isInside(int inner, int outer) {
    int at = inner;
    while (at != NONE && at != outer) {
      at = parent[at];
    }
    return at == outer;
  }

  private int position(String id) {
    return Objects.requireNonNull(index.get(id), id);
  }

  private void nest() {
    for (int i = 0; i < parent.length; i++) {
      String container = nodes.get(i).parent();
      parent[i] = container == null ? NONE : position(container);
      if (parent[i] != NONE && exit[parent[i]] == parent[i]) {
        exit[parent[i]] = addVertex();
      }
    }
  }

  private void connect(BlueprintEdge edge, boolean[] entered) {
    int from = position(edge.from());
    int to = position(edge.to());
    if (isContainer(from) && isInside(to, from) && from != to) {
      arcs.add(new Arc(from, to, edge, true));
      entered[to] = true;
    } else if (isContainer(to) && isInside(from, to) && from != to) {
      arcs.add(new Arc(exit[from], exit[to], edge, true));
    } else {
      arcs.add(new Arc(exit[from], to, edge, false));
      entered[to] |= from != to;
    }
  }

  /** A container waits for everything in it; what nobody leads to is where it begins. */
  private void fill(boolean[] entered) {
    boolean[] marked = new boolean[nodes.size()];
    for (int i = 0; i < parent.length; i++) {
      if (parent[i] != NONE && nodes.get(i).start()) {
        marked[parent[i]] = true;
      }
    }
    boolean[] begun = new boolean[nodes.size()];
    for (int i = 0; i < parent.length; i++) {
      if (parent[i] != NONE) {
        arcs.add(Arc.structural(exit[i], exit[parent[i]]));
        if (marked[parent[i]] ? nodes.get(i).start() : !entered[i]) {
          begin(i, begun);
        }
      }
    }
    for (int i = 0; i < parent.length; i++) {
      if (parent[i] != NONE && !begun[parent[i]]) {
        begin(i, begun);
      }
      if (isContainer(i)) {
        arcs.add(Arc.structural(i, exit[i]));
      }
    }
  }

  private void begin(int child, boolean[] begun) {
    arcs.add(Arc.structural(parent[child], child));
    begun[parent[child]] = true;
  }
}
