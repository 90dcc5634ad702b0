package io.heddle.report.html;

import io.heddle.core.WorkflowAnalysis;
import io.heddle.core.path.CriticalPath;
import io.heddle.report.layout.Sketch;
import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Role;
import io.heddle.runs.Graph;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which nodes lead to which.
 *
 * @param edges without those of nodes that are not there
 */
record NodeGraph(List<String> nodes, List<Sketch.Edge> edges) {
  private static final int MOST = 80;

  /** As defined; else as the typical run recorded it; else who called whom. */
  static NodeGraph of(WorkflowAnalysis workflow) {
    Graph graph = workflow.graph();
    return graph != null ? defined(graph) : observed(workflow.typical());
  }

  private static NodeGraph defined(Graph graph) {
    return new NodeGraph(
        graph.nodes().stream().map(Graph.Node::id).limit(MOST).toList(),
        graph.edges().stream()
            .map(edge -> new Sketch.Edge(edge.from(), edge.to(), edge.conditional()))
            .toList());
  }

  private static NodeGraph observed(CriticalPath path) {
    List<Execution> executions = path.run().executions();
    boolean linked = executions.stream().anyMatch(it -> it.predecessors().length > 0);
    Set<String> nodes = new LinkedHashSet<>();
    Set<Sketch.Edge> edges = new LinkedHashSet<>();
    for (Execution execution : executions) {
      boolean drawn = execution.role() == Role.NODE || (!linked && execution.parent() < 0);
      if (drawn && nodes.size() < MOST) {
        nodes.add(execution.node());
        edges.addAll(linked ? after(execution, executions) : below(execution, executions));
      }
    }
    return new NodeGraph(List.copyOf(nodes), List.copyOf(edges));
  }

  private static List<Sketch.Edge> after(Execution execution, List<Execution> executions) {
    return Arrays.stream(execution.predecessors())
        .mapToObj(it -> new Sketch.Edge(executions.get(it).node(), execution.node(), false))
        .toList();
  }

  private static List<Sketch.Edge> below(Execution execution, List<Execution> executions) {
    return execution.parent() < 0
        ? List.of()
        : List.of(
            new Sketch.Edge(executions.get(execution.parent()).node(), execution.node(), false));
  }
}
