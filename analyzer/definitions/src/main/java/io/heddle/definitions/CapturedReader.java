package io.heddle.definitions;

import io.heddle.core.blueprint.Blueprint;
import io.heddle.runs.Graph;
import java.util.ArrayList;
import java.util.List;

/** Reads the graphs that the agent captures, as the attribute {@code heddle.graph} holds them. */
final class CapturedReader {
  private CapturedReader() {}

  static boolean fits(Tree root) {
    return root.get("nodes").isList()
        && (root.get("edges").isList() || !root.get("edges").exists());
  }

  static Blueprint read(Tree root, String fallbackName) throws DefinitionFormatException {
    List<Graph.Node> nodes = new ArrayList<>();
    for (Tree node : root.get("nodes").items()) {
      nodes.add(new Graph.Node(required(node, "id"), node.get("type").text("node")));
    }
    List<Graph.Edge> edges = new ArrayList<>();
    for (Tree edge : root.get("edges").items()) {
      edges.add(
          new Graph.Edge(
              required(edge, "from"), required(edge, "to"), edge.get("conditional").isTrue()));
    }
    return Blueprint.captured(root.get("name").text(fallbackName), new Graph("", nodes, edges));
  }

  private static String required(Tree tree, String field) throws DefinitionFormatException {
    String text = tree.get(field).text("");
    if (text.isEmpty()) {
      throw tree.wrong(field + " is missing");
    }
    return text;
  }
}
