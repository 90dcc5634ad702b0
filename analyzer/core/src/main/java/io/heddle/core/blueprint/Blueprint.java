package io.heddle.core.blueprint;

import io.heddle.runs.Graph;
import java.util.List;

/**
 * The definition of a workflow, whatever language it was written in. Immutable.
 *
 * @param format the language, as reports write it
 * @param nodes ids may repeat and parents may be missing; {@link #repaired} settles that
 * @param edges may name nodes that are not there
 * @param notes what the reader had to leave out or guess
 */
public record Blueprint(
    String format,
    String name,
    List<BlueprintNode> nodes,
    List<BlueprintEdge> edges,
    List<String> notes) {
  public Blueprint {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    notes = List.copyOf(notes);
  }

  /** A graph as the agent captured it. */
  public static Blueprint captured(String name, Graph graph) {
    return new Blueprint(
        "captured graph",
        name,
        graph.nodes().stream()
            .map(node -> BlueprintNode.of(node.id(), node.id(), node.type()))
            .toList(),
        graph.edges().stream().map(Blueprint::edge).toList(),
        List.of());
  }

  private static BlueprintEdge edge(Graph.Edge edge) {
    return edge.conditional()
        ? BlueprintEdge.oneOf(edge.from(), edge.to(), edge.to())
        : BlueprintEdge.always(edge.from(), edge.to());
  }

  /**
   * The same with unique ids, edges between nodes that are there and a proper nesting, in an order
   * that does not depend on the file's; each repair is a note.
   */
  public Blueprint repaired() {
    return Repairs.of(this);
  }
}
