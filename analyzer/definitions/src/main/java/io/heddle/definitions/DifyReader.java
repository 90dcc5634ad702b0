package io.heddle.definitions;

import io.heddle.core.blueprint.Blueprint;
import io.heddle.core.blueprint.BlueprintEdge.Kind;
import io.heddle.core.blueprint.BlueprintNode;
import io.heddle.core.blueprint.BlueprintNode.Repeat;
import io.heddle.core.blueprint.BlueprintNode.Settings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads exports of Dify apps of the modes workflow and advanced-chat. */
final class DifyReader {
  private static final Set<String> ROUTERS =
      Set.of("if-else", "question-classifier", "human-input");
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("if-else", "branch"),
          Map.entry("template-transform", "template"),
          Map.entry("variable-aggregator", "variable"),
          Map.entry("variable-assigner", "variable"),
          Map.entry("assigner", "variable"),
          Map.entry("list-operator", "variable"),
          Map.entry("iteration-start", "start"),
          Map.entry("loop-start", "start"),
          Map.entry("loop-end", "end"),
          Map.entry("trigger-webhook", "start"),
          Map.entry("trigger-schedule", "start"),
          Map.entry("trigger-plugin", "start"),
          Map.entry("human-input", "human"),
          Map.entry("datasource", "tool"),
          Map.entry("knowledge-index", "tool"));

  private final Tree graph;
  private final GraphDraft draft = new GraphDraft();
  private final Map<String, String> types = new HashMap<>();
  private final Set<String> entries = new HashSet<>();

  private DifyReader(Tree graph) {
    this.graph = graph;
  }

  static boolean fits(Tree root) {
    return root.get("workflow").has("graph")
        || "app".equals(root.get("kind").text())
        || root.get("app").has("mode");
  }

  static Blueprint read(Tree root, String fallbackName) throws DefinitionFormatException {
    Tree graph = root.get("workflow", "graph");
    if (!graph.get("nodes").isList()) {
      String mode = root.get("app", "mode").text("unknown");
      throw root.wrong("workflow.graph.nodes is missing: an app of mode " + mode + " has no graph");
    }
    DifyReader reader = new DifyReader(graph);
    reader.nodes();
    reader.edges();
    return reader.draft.blueprint("dify", root.get("app", "name").text(fallbackName));
  }

  private void nodes() throws DefinitionFormatException {
    for (Tree node : graph.get("nodes").items()) {
      types.put(node.get("id").text(""), node.get("data", "type").text(""));
      String entry = node.get("data", "start_node_id").text();
      if (entry != null) {
        entries.add(entry);
      }
    }
    for (Tree node : graph.get("nodes").items()) {
      String id = node.get("id").text("");
      if (id.isEmpty()) {
        throw node.wrong("a node has no id");
      }
      if (!node.get("type").text("").equals("custom-note") && !type(id).isEmpty()) {
        draft.add(node(id, node));
      }
    }
  }

  private BlueprintNode node(String id, Tree node) {
    Tree data = node.get("data");
    String word = type(id);
    String type = TYPES.getOrDefault(word, word.replace('-', '_'));
    BlueprintNode read =
        BlueprintNode.of(id, data.get("title").text(id), type)
            .in(parent(node))
            .with(repeat(word, data))
            .with(settings(data));
    Set<String> reads = reads(data);
    BlueprintNode known = reads == null ? read : read.reading(reads);
    return type.equals("start") || entries.contains(id) ? known.asStart() : known;
  }

  private String type(String id) {
    return types.getOrDefault(id, "");
  }

  private static @Nullable String parent(Tree node) {
    Tree data = node.get("data");
    String inner = data.get("iteration_id").text(data.get("loop_id").text(""));
    String parent = node.get("parentId").text(inner);
    return parent.isEmpty() ? null : parent;
  }

  private static Repeat repeat(String type, Tree data) {
    if (type.equals("iteration")) {
      int width = (int) data.get("parallel_nums").number().orElse(10);
      return new Repeat(null, data.get("is_parallel").isTrue() ? Math.max(1, width) : 1);
    }
    if (!type.equals("loop")) {
      return Repeat.ONCE;
    }
    OptionalDouble most = data.get("loop_count").number();
    boolean breaks = !data.get("break_conditions").items().isEmpty();
    return breaks || most.isEmpty() ? Repeat.OPEN : new Repeat((int) most.getAsDouble(), 1);
  }

  private static Settings settings(Tree data) {
    Tree model = data.get("model");
    OptionalDouble tokens = model.get("completion_params", "max_tokens").number();
    return new Settings(
        tokens.isPresent() ? tokens.getAsDouble() : null,
        Models.billions(model.get("name").text("")),
        null,
        null);
  }

  /** The nodes whose results are named; null when it also reads what several nodes may write. */
  private @Nullable Set<String> reads(Tree data) {
    Set<String> named = Selectors.in(data);
    if (named.contains("conversation")) {
      return null;
    }
    named.retainAll(types.keySet());
    return named.isEmpty() ? null : named;
  }

  private void edges() {
    for (Tree edge : graph.get("edges").items()) {
      String from = edge.get("source").text("");
      String to = edge.get("target").text("");
      String handle = edge.get("sourceHandle").text("");
      draft.edge(from, to, kind(from, handle), handle);
    }
  }

  private Kind kind(String from, String handle) {
    if (handle.equals("fail-branch")) {
      return Kind.EXCEPTION;
    }
    return ROUTERS.contains(type(from)) ? Kind.ONE_OF : Kind.ALWAYS;
  }
}
