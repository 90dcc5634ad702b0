package io.heddle.recorder;

import java.util.List;

/**
 * The definition of a workflow as its engine compiled it.
 *
 * @param nodes in the engine's order
 * @param edges in the engine's order
 */
public record Graph(List<Node> nodes, List<Edge> edges) {
  public Graph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * A vertex: its name in the engine, and its type ({@code llm}, {@code tool}, {@code code} ...).
   */
  public record Node(String id, String type) implements Comparable<Node> {
    /** By id, then by type. */
    @Override
    public int compareTo(Node other) {
      int byId = id.compareTo(other.id);
      return byId != 0 ? byId : type.compareTo(other.type);
    }
  }

  /**
   * "Must finish before".
   *
   * @param conditional taken only when a routing decision says so
   */
  public record Edge(String from, String to, boolean conditional) implements Comparable<Edge> {
    /** By where it begins, then by where it ends; the unconditional one first. */
    @Override
    public int compareTo(Edge other) {
      int byFrom = from.compareTo(other.from);
      int byEnds = byFrom != 0 ? byFrom : to.compareTo(other.to);
      return byEnds != 0 ? byEnds : Boolean.compare(conditional, other.conditional);
    }
  }
}
