package io.heddle.report.html;

import io.heddle.core.Analysis;
import io.heddle.core.WorkflowAnalysis;
import io.heddle.core.outcome.TrackRecord;
import io.heddle.report.document.Outcomes;
import io.heddle.report.document.Unseen;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The whole report as one file: style and drawings are part of it, and it asks no server. */
public final class HtmlPage {
  private final Analysis analysis;
  private final Markup html = new Markup();

  private HtmlPage(Analysis analysis) {
    this.analysis = analysis;
  }

  /** Writes the page, to be stored as UTF-8. */
  public static void write(Analysis analysis, Writer out) throws IOException {
    out.write("<!doctype html>\n");
    out.write(new HtmlPage(analysis).page());
    out.write('\n');
  }

  private String page() throws IOException {
    Frame.open(html, title());
    head();
    for (int i = 0; i < analysis.workflows().size(); i++) {
      new WorkflowSection(analysis.workflows().get(i), i, html).write();
    }
    outcomes();
    unread();
    return html.close().close().toString();
  }

  private void head() {
    html.open("header").element("strong", "Heddle").open("nav");
    for (int i = 0; i < analysis.workflows().size(); i++) {
      html.element("a", name(analysis.workflows().get(i)), "href", "#workflow-" + i);
    }
    html.close().closeLine();
    if (analysis.workflows().isEmpty()) {
      html.element("p", "There is no run to analyse.");
    }
  }

  private void outcomes() {
    TrackRecord record = analysis.trackRecord();
    if (record.outcomes().isEmpty()) {
      return;
    }
    html.open("section").element("h2", Outcomes.TITLE);
    Blocks blocks = new Blocks(html);
    blocks.table(Outcomes.rules(record));
    blocks.table(Outcomes.table(Outcomes.latest(record)));
    blocks.items(false, Outcomes.remarks(record));
    html.closeLine();
  }

  private void unread() {
    List<String> lines = Unseen.of(analysis.reading());
    if (!lines.isEmpty()) {
      html.open("section").element("h2", "Left out");
      new Blocks(html).items(false, lines);
      html.closeLine();
    }
  }

  private String title() {
    List<WorkflowAnalysis> workflows = analysis.workflows();
    return workflows.size() == 1 ? "Heddle · " + name(workflows.get(0)) : "Heddle report";
  }

  private static String name(WorkflowAnalysis workflow) {
    return workflow.statistics().workflow().name();
  }
}
