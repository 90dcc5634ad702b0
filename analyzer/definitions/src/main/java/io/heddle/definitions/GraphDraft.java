package io.heddle.definitions;

import io.heddle.core.blueprint.Blueprint;
import io.heddle.core.blueprint.BlueprintEdge;
import io.heddle.core.blueprint.BlueprintEdge.Kind;
import io.heddle.core.blueprint.BlueprintNode;
import java.util.ArrayList;
import java.util.List;

/** Nodes and edges while a definition is being read. */
final class GraphDraft {
  private final List<BlueprintNode> nodes = new ArrayList<>();
  private final List<BlueprintEdge> edges = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  void add(BlueprintNode node) {
    nodes.add(node);
  }

  void edge(String from, String to) {
    edges.add(BlueprintEdge.always(from, to));
  }

  void oneOf(String from, String to, String outcome) {
    edges.add(BlueprintEdge.oneOf(from, to, outcome));
  }

  void edge(String from, String to, Kind kind, String outcome) {
    edges.add(new BlueprintEdge(from, to, kind, kind == Kind.ALWAYS ? "" : outcome));
  }

  void note(String note) {
    if (!notes.contains(note)) {
      notes.add(note);
    }
  }

  /** Adds a node unless the same was added before. */
  void addOnce(BlueprintNode node) {
    if (!nodes.contains(node)) {
      nodes.add(node);
    }
  }

  Blueprint blueprint(String format, String name) {
    return new Blueprint(format, name, nodes, edges, notes);
  }
}
