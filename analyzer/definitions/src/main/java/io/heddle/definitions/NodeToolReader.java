package io.heddle.definitions;

import io.heddle.core.blueprint.Blueprint;
import io.heddle.core.blueprint.BlueprintNode;
import io.heddle.core.blueprint.BlueprintNode.Repeat;
import io.heddle.core.blueprint.BlueprintNode.Settings;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads workflows of NodeTool, whose edges carry data. */
final class NodeToolReader {
  private final Tree graph;
  private final GraphDraft draft = new GraphDraft();
  private final Map<String, String> types = new HashMap<>();

  private NodeToolReader(Tree graph) {
    this.graph = graph;
  }

  /** A graph whose edges have a source and a target, or whose nodes have dotted types. */
  static boolean fits(Tree root) {
    Tree graph = graph(root);
    return graph.get("nodes").isList()
        && (graph.get("edges").items().stream().anyMatch(edge -> edge.has("source"))
            || root.get("graph").isObject()
            || graph.get("nodes").items().stream().anyMatch(NodeToolReader::isDotted));
  }

  static Blueprint read(Tree root, String fallbackName) throws DefinitionFormatException {
    NodeToolReader reader = new NodeToolReader(graph(root));
    for (Tree node : reader.graph.get("nodes").items()) {
      reader.node(node);
    }
    for (Tree edge : reader.graph.get("edges").items()) {
      reader.edge(edge);
    }
    return reader.draft.blueprint("nodetool", root.get("name").text(fallbackName));
  }

  private static Tree graph(Tree root) {
    return root.get("graph").isObject() ? root.get("graph") : root;
  }

  private static boolean isDotted(Tree node) {
    return node.get("type").text("").contains(".");
  }

  private void node(Tree node) throws DefinitionFormatException {
    String id = node.get("id").text("");
    if (id.isEmpty()) {
      throw node.wrong("a node has no id");
    }
    String type = node.get("type").text("");
    types.put(id, type);
    if (!type.endsWith(".Comment")) {
      draft.add(
          BlueprintNode.of(id, name(node, type), NodeToolTypes.of(type))
              .in(parent(node))
              .with(type.endsWith(".Loop") ? Repeat.OPEN : Repeat.ONCE)
              .with(settings(node.get("data"))));
    }
  }

  private static @Nullable String parent(Tree node) {
    String parent = node.get("parent_id").text(node.get("parentId").text(""));
    return parent.isEmpty() ? null : parent;
  }

  private static String name(Tree node, String type) {
    String title = node.get("ui_properties", "title").text(node.get("data", "name").text(""));
    return title.isEmpty() ? type.substring(type.lastIndexOf('.') + 1) : title;
  }

  private static Settings settings(Tree data) {
    Tree model = data.get("model");
    String name = model.get("repo_id").text(model.get("id").text(model.text("")));
    return new Settings(
        number(data.get("max_tokens")),
        Models.billions(name),
        null,
        number(data.get("num_inference_steps")));
  }

  private static @Nullable Double number(Tree tree) {
    OptionalDouble number = tree.number();
    return number.isPresent() ? number.getAsDouble() : null;
  }

  private void edge(Tree edge) {
    String from = edge.get("source").text("");
    String to = edge.get("target").text("");
    String handle = edge.get("sourceHandle").text("").toLowerCase(Locale.ROOT);
    if (types.getOrDefault(from, "").endsWith(".If") && handle.startsWith("if_")) {
      draft.oneOf(from, to, handle);
    } else {
      draft.edge(from, to);
    }
  }
}
