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
  public record Node(String id, String type) {}

  /**
   * "Must finish before".
   *
   * @param conditional taken only when a routing decision says so
   */
  public record Edge(String from, String to, boolean conditional) {}
}
