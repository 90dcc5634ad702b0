package io.heddle.report.text;

import io.heddle.core.Statistics;
import io.heddle.core.statistics.Cost;
import io.heddle.core.statistics.Distribution;
import io.heddle.core.statistics.NodeStatistics;
import io.heddle.core.statistics.Tokens;
import io.heddle.core.statistics.WorkflowStatistics;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The nodes of all workflows as comma-separated values (RFC 4180); unknown values are empty. */
public final class Csv {
  private static final String TITLES =
      "service,workflow,version,nodeService,node,type,executions,errors,attempts,cold,cacheHits,"
          + "meanMs,minMs,maxMs,p50Ms,p95Ms,p99Ms,varianceMs2,selfMs,waitMs,firstTokenMs,pathShare,"
          + "dragMs,slackMs,cpuMs,allocBytes,inputTokens,outputTokens,cost,currency\r\n";

  private final List<String> cells = new ArrayList<>();

  private Csv() {}

  /** Writes titles and one line a node. */
  public static void write(Statistics statistics, Writer out) throws IOException {
    out.write(TITLES);
    for (WorkflowStatistics workflow : statistics.workflows()) {
      for (NodeStatistics node : workflow.nodes()) {
        out.write(line(workflow, node));
      }
    }
  }

  private static String line(WorkflowStatistics workflow, NodeStatistics node) {
    Csv csv = new Csv();
    csv.text(workflow.workflow().service());
    csv.text(workflow.workflow().name());
    csv.text(workflow.workflow().version());
    csv.text(node.key().service());
    csv.text(node.key().node());
    csv.text(node.type());
    csv.counts(node.counts());
    csv.times(node);
    csv.consumption(node.tokens(), node.cost());
    return csv.cells.stream().collect(Collectors.joining(",", "", "\r\n"));
  }

  private void counts(NodeStatistics.Counts counts) {
    value(counts.executions());
    value(counts.errors());
    value(counts.attempts());
    value(counts.cold());
    value(counts.cacheHits());
  }

  private void times(NodeStatistics node) {
    Distribution ms = node.durationMs();
    for (double value :
        new double[] {ms.mean(), ms.min(), ms.max(), ms.p50(), ms.p95(), ms.p99()}) {
      value(value);
    }
    value(node.varianceMs2());
    value(node.selfMs());
    value(mean(node.waitMs()));
    value(mean(node.firstTokenMs()));
    value(node.pathShare());
    value(node.dragMs());
    value(node.slackMs());
    value(node.cpuMs());
    value(node.allocBytes());
  }

  private void consumption(@Nullable Tokens tokens, @Nullable Cost cost) {
    value(tokens == null ? null : tokens.input());
    value(tokens == null ? null : tokens.output());
    value(cost == null ? null : cost.amount().toPlainString());
    value(cost == null ? null : cost.currency());
  }

  private static @Nullable Double mean(@Nullable Distribution distribution) {
    return distribution == null ? null : distribution.mean();
  }

  private void value(@Nullable Object value) {
    cells.add(value == null ? "" : value.toString());
  }

  /** Quoted where needed; a leading apostrophe keeps a spreadsheet from running a name. */
  private void text(@Nullable String value) {
    String text = value == null ? "" : value;
    String safe = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    cells.add(plain ? safe : '"' + safe.replace("\"", "\"\"") + '"');
  }
}
