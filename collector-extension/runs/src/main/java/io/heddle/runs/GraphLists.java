package io.heddle.runs;

import io.heddle.mapping.Field;
import io.heddle.mapping.SpanMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads definitions that sources write as two lists of names. They tell a fork from a choice by
 * nothing, so every edge of a node with several successors counts as a choice.
 */
final class GraphLists {
  private static final String ARROW = "->";

  /** The definition on the mapper's span, null when it carries none. */
  static @Nullable Graph read(SpanMapper mapper) {
    List<String> nodes = mapper.list(Field.GRAPH_NODES);
    List<String> edges = mapper.list(Field.GRAPH_EDGES);
    return nodes == null || edges == null ? null : graph(nodes, edges);
  }

  private static Graph graph(List<String> names, List<String> arrows) {
    Map<String, Integer> successors = new HashMap<>();
    for (String arrow : arrows) {
      successors.merge(from(arrow), 1, Integer::sum);
    }
    List<Graph.Edge> edges = new ArrayList<>();
    for (String arrow : arrows) {
      if (arrow.contains(ARROW)) {
        edges.add(
            new Graph.Edge(from(arrow), to(arrow), successors.getOrDefault(from(arrow), 1) > 1));
      }
    }
    List<Graph.Node> nodes = names.stream().map(name -> new Graph.Node(name, "")).toList();
    return new Graph(Integer.toHexString(31 * names.hashCode() + arrows.hashCode()), nodes, edges);
  }

  private static String from(String arrow) {
    int at = arrow.indexOf(ARROW);
    return at < 0 ? "" : arrow.substring(0, at).strip();
  }

  private static String to(String arrow) {
    return arrow.substring(arrow.indexOf(ARROW) + ARROW.length()).strip();
  }

  private GraphLists() {}
}
