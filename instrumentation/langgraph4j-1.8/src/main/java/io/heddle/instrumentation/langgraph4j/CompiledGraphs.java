package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.WeakIdentityMap;
import io.heddle.recorder.Recorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The compiled graphs of this process, as workflows. Thread-safe. */
final class CompiledGraphs {
  static final String ENGINE = "langgraph4j";

  private final Recorder recorder;
  private final WorkflowNames names = new WorkflowNames();
  private final WeakIdentityMap<CompiledWorkflow> known = new WeakIdentityMap<>();

  CompiledGraphs(Recorder recorder) {
    this.recorder = recorder;
  }

  /** The workflow of that compiled graph; captured now if its constructor was not seen. */
  CompiledWorkflow of(Object compiledGraph) {
    CompiledWorkflow workflow = known.get(compiledGraph);
    return workflow != null ? workflow : capture(compiledGraph);
  }

  /** Reads a compiled graph's structure. Cold path, once a graph. */
  CompiledWorkflow capture(Object compiledGraph) {
    GraphStructure structure = GraphStructure.of(compiledGraph);
    CompiledWorkflow workflow =
        new CompiledWorkflow(recorder.workflow(ENGINE, names.of(compiledGraph), structure.graph()));
    for (Map.Entry<String, ActionKind> node : structure.nodes().entrySet()) {
      workflow.node(node.getKey(), node.getValue());
    }
    for (Map.Entry<String, List<String>> fanout : structure.fanouts().entrySet()) {
      workflow.addFanout(fanout.getKey(), nodes(workflow, structure, fanout.getValue()));
    }
    known.put(compiledGraph, workflow);
    return workflow;
  }

  private static List<GraphNode> nodes(
      CompiledWorkflow workflow, GraphStructure structure, List<String> ids) {
    Map<String, ActionKind> kinds = structure.nodes();
    List<GraphNode> nodes = new ArrayList<>(ids.size());
    for (String id : ids) {
      @Nullable ActionKind kind = kinds.get(id);
      nodes.add(workflow.node(id, kind == null ? ActionKind.CODE : kind));
    }
    return nodes;
  }
}
