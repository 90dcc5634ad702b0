package io.heddle.report.html;

import io.heddle.core.WorkflowAnalysis;
import io.heddle.core.path.AggregatePath;
import io.heddle.core.statistics.WorkflowStatistics;
import io.heddle.report.document.NodeTable;
import io.heddle.report.document.PathTable;
import io.heddle.report.document.Summary;
import io.heddle.report.document.Units;
import io.heddle.report.document.Unseen;
import java.util.List;

/** Everything about one workflow. */
final class WorkflowSection {
  private final WorkflowAnalysis workflow;
  private final int number;
  private final Markup html;

  WorkflowSection(WorkflowAnalysis workflow, int number, Markup html) {
    this.workflow = workflow;
    this.number = number;
    this.html = html;
  }

  void write() {
    WorkflowStatistics statistics = workflow.statistics();
    html.open("article", "id", "workflow-" + number);
    html.element("h1", statistics.workflow().name());
    html.element("p", Summary.identity(statistics), "class", "quiet");
    tiles(statistics);
    new AdviceCards(html).write(workflow.advised());
    graph();
    typicalRun();
    paths();
    nodes(statistics);
    unseen();
    html.closeLine();
  }

  private void tiles(WorkflowStatistics statistics) {
    html.open("div", "class", "tiles");
    tile("mean run", Units.ms(statistics.durationMs().mean()));
    tile("p50", Units.ms(statistics.durationMs().p50()));
    tile("p95", Units.ms(statistics.durationMs().p95()));
    tile("p99", Units.ms(statistics.durationMs().p99()));
    tile("runs", Units.count(statistics.runs()));
    tile("failed", Units.count(statistics.failedRuns()));
    if (statistics.unfinishedRuns() > 0) {
      tile("without an end", Units.count(statistics.unfinishedRuns()));
    }
    if (statistics.cost() != null) {
      tile("cost, estimated", Units.cost(statistics.cost()));
    }
    tile("of 100 reached", Units.number(Math.rint(workflow.advised().optimizationScore())));
    html.closeLine();
    Summary.unfinished(statistics).ifPresent(it -> html.element("p", it, "class", "quiet"));
    Summary.consumption(statistics).ifPresent(it -> html.element("p", it, "class", "quiet"));
  }

  private void tile(String name, String value) {
    html.open("div").element("b", value).element("span", name).close();
  }

  private void graph() {
    html.open("section").element("h2", "The workflow, by share of the critical path");
    MeasuredGraph.of(workflow, html).write();
    html.closeLine();
  }

  private void typicalRun() {
    html.open("section").element("h2", "A typical run");
    new GanttFigure(workflow.typical(), html).write();
    html.closeLine();
  }

  private void paths() {
    html.open("section").element("h2", "Where the time goes");
    for (AggregatePath path : workflow.paths()) {
      html.element("p", Summary.group(path));
      new Blocks(html).table(PathTable.of(path));
      html.element("p", Summary.exemplars(path), "class", "quiet");
    }
    html.closeLine();
  }

  private void nodes(WorkflowStatistics statistics) {
    html.open("section").element("h2", "Nodes");
    new Blocks(html).table(NodeTable.of(statistics));
    html.closeLine();
  }

  private void unseen() {
    List<String> lines = Unseen.of(workflow);
    if (!lines.isEmpty()) {
      html.open("section").element("h2", "Not observed");
      new Blocks(html).items(false, lines);
      html.closeLine();
    }
  }
}
