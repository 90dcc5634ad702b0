package io.heddle.report.html;

import io.heddle.core.WorkflowAnalysis;
import io.heddle.core.statistics.NodeStatistics;
import io.heddle.report.document.Units;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The graph of a workflow, warmer where more of the critical path is. */
final class MeasuredGraph {
  private final Map<String, NodeStatistics> statistics = new HashMap<>();
  private final double hottest;

  private MeasuredGraph(WorkflowAnalysis workflow) {
    workflow.statistics().nodes().forEach(it -> statistics.putIfAbsent(it.key().node(), it));
    hottest =
        workflow.statistics().nodes().stream()
            .mapToDouble(NodeStatistics::pathShare)
            .max()
            .orElse(0);
  }

  static GraphFigure of(WorkflowAnalysis workflow, Markup html) {
    NodeGraph graph = NodeGraph.of(workflow);
    MeasuredGraph measured = new MeasuredGraph(workflow);
    return new GraphFigure(
        graph.nodes().stream().map(measured::vertex).toList(), graph.edges(), html);
  }

  private GraphFigure.Vertex vertex(String id) {
    NodeStatistics node = statistics.get(id);
    boolean failed = node != null && node.counts().errors() > 0;
    String detail = node == null ? null : detail(node);
    return new GraphFigure.Vertex(id, id, detail, title(id, node), heat(node), failed);
  }

  private double heat(@Nullable NodeStatistics node) {
    return node == null || hottest == 0 ? 0 : node.pathShare() / hottest;
  }

  private static String detail(NodeStatistics node) {
    return Units.ms(node.durationMs().mean()) + " · " + Units.percent(node.pathShare());
  }

  private static String title(String id, @Nullable NodeStatistics node) {
    return node == null
        ? id + ": not seen in any run"
        : "%s (%s): %s executions, %s errors"
            .formatted(
                id,
                node.type(),
                Units.count(node.counts().executions()),
                Units.count(node.counts().errors()));
  }
}
