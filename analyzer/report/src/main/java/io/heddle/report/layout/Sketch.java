package io.heddle.report.layout;

import java.util.List;

/**
 * A graph to be drawn.
 *
 * @param edges that name a node which is not there are left out
 */
public record Sketch(List<Node> nodes, List<Edge> edges) {
  public Sketch {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** A box of that size. */
  public record Node(String id, double width, double height) {}

  /** An arrow; dashed when it is not always taken. */
  public record Edge(String from, String to, boolean dashed) {}
}
