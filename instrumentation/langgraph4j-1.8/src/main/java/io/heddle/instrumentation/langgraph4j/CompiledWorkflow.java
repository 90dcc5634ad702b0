package io.heddle.instrumentation.langgraph4j;

import io.heddle.recorder.Workflow;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the recorder needs to know of one compiled graph. Thread-safe. */
final class CompiledWorkflow {
  private final Workflow workflow;
  private final Map<String, GraphNode> nodes = new ConcurrentHashMap<>();
  private final Map<String, List<GraphNode>> branches = new ConcurrentHashMap<>();

  CompiledWorkflow(Workflow workflow) {
    this.workflow = workflow;
  }

  Workflow workflow() {
    return workflow;
  }

  GraphNode node(String id, ActionKind kind) {
    GraphNode known = nodes.get(id);
    return known != null ? known : add(id, new GraphNode(workflow.node(id, kind.nodeType()), kind));
  }

  private GraphNode add(String id, GraphNode made) {
    GraphNode raced = nodes.putIfAbsent(id, made);
    return raced == null ? made : raced;
  }

  /** The branches that the pseudo node of that id runs, in the engine's order. */
  @Nullable List<GraphNode> branches(String fanoutId) {
    return branches.get(fanoutId);
  }

  void addFanout(String fanoutId, List<GraphNode> inOrder) {
    branches.put(fanoutId, List.copyOf(inOrder));
  }
}
