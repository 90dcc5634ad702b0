package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.Member;
import io.heddle.recorder.Graph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A compiled graph read through its own objects: flattened subgraphs are already spelled out there,
 * and a fan-out is an edge with several targets beside a pseudo node.
 *
 * @param nodes kind by id, without pseudo nodes, in the engine's order
 * @param edges without those of the engine's start and end
 * @param fanouts ids of the branches in the engine's order, by id of the pseudo node
 */
record GraphStructure(
    Map<String, ActionKind> nodes, List<Graph.Edge> edges, Map<String, List<String>> fanouts) {
  private static final Member ACTIONS = Member.field("nodes");
  private static final Member PROCESSED = Member.field("processedData");
  private static final Member EDGES = Member.method("edges");
  private static final Member ELEMENTS = Member.field("elements");
  private static final Member SOURCE_ID = Member.method("sourceId");
  private static final Member TARGETS = Member.method("targets");
  private static final Member ID = Member.method("id");
  private static final Member CONDITION = Member.method("value");
  private static final Member MAPPINGS = Member.method("mappings");

  static GraphStructure of(Object compiledGraph) {
    Map<String, ActionKind> nodes = nodesOf((Map<?, ?>) ACTIONS.in(compiledGraph));
    GraphStructure structure = new GraphStructure(nodes, new ArrayList<>(), new LinkedHashMap<>());
    Object edges = EDGES.in(PROCESSED.in(compiledGraph));
    for (Object edge : (Collection<?>) ELEMENTS.in(edges)) {
      structure.add((String) SOURCE_ID.in(edge), (Collection<?>) TARGETS.in(edge));
    }
    return structure;
  }

  private static Map<String, ActionKind> nodesOf(Map<?, ?> actions) {
    Map<String, ActionKind> nodes = new LinkedHashMap<>();
    for (Map.Entry<?, ?> action : actions.entrySet()) {
      ActionKind kind = ActionKind.of(action.getValue());
      if (kind != ActionKind.FANOUT) {
        nodes.put((String) action.getKey(), kind);
      }
    }
    return nodes;
  }

  private void add(String source, Collection<?> targets) {
    List<String> branches = new ArrayList<>();
    for (Object target : targets) {
      String id = (String) ID.of(target);
      if (id == null) {
        addConditional(source, CONDITION.in(target));
      } else {
        addEdge(source, id, false);
        branches.add(id);
      }
    }
    if (targets.size() > 1) {
      branches.retainAll(nodes.keySet());
      fanouts.put("__PARALLEL__(" + source + ")", branches);
    }
  }

  private void addConditional(String source, Object condition) {
    Map<?, ?> mappings = (Map<?, ?>) MAPPINGS.in(condition);
    TreeSet<String> targets = new TreeSet<>();
    for (Object target : mappings.values()) {
      targets.add((String) target);
    }
    for (String target : targets) {
      addEdge(source, target, true);
    }
  }

  private void addEdge(String from, @Nullable String to, boolean conditional) {
    if (to != null && nodes.containsKey(from) && nodes.containsKey(to)) {
      edges.add(new Graph.Edge(from, to, conditional));
    }
  }

  Graph graph() {
    List<Graph.Node> vertices = new ArrayList<>();
    for (Map.Entry<String, ActionKind> node : nodes.entrySet()) {
      vertices.add(new Graph.Node(node.getKey(), node.getValue().nodeType()));
    }
    return new Graph(vertices, edges);
  }
}
