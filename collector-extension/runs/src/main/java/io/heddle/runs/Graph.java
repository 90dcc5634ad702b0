package io.heddle.runs;

import java.util.List;

/**
 * The definition of a workflow as its engine compiled it.
 *
 * @param hash of its nodes and edges
 */
public record Graph(String hash, List<Node> nodes, List<Edge> edges) {
  public Graph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** A vertex. */
  public record Node(String id, String type) {}

  /**
   * "Must finish before".
   *
   * @param conditional taken only when a routing decision says so
   */
  public record Edge(String from, String to, boolean conditional) {}
}
