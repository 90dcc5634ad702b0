package io.heddle.report.text;

import io.heddle.core.Statistics;
import io.heddle.core.statistics.Cost;
import io.heddle.core.statistics.Distribution;
import io.heddle.core.statistics.NodeStatistics;
import io.heddle.core.statistics.WorkflowStatistics;
import io.heddle.runs.Tokens;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** The nodes of all workflows as comma-separated values (RFC 4180); unknown values are empty. */
public final class Csv {
  private static final String TITLES =
      "service,workflow,version,nodeService,node,type,executions,errors,attempts,cold,cacheHits,"
          + "meanMs,minMs,maxMs,p50Ms,p95Ms,p99Ms,varianceMs2,selfMs,waitMs,firstTokenMs,pathShare,"
          + "dragMs,slackMs,cpuMs,allocBytes,inputTokens,outputTokens,cost,currency,"
          + "cacheReadTokens,cacheWriteTokens,reasoningTokens,reportedCost,group\r\n";

  private final CsvRow row = new CsvRow();

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
    csv.row.text(workflow.workflow().service());
    csv.row.text(workflow.workflow().name());
    csv.row.text(workflow.workflow().version());
    csv.row.text(node.key().service());
    csv.row.text(node.key().node());
    csv.row.text(node.type());
    csv.counts(node.counts());
    csv.times(node);
    csv.consumption(node.tokens(), node.cost());
    csv.details(node.tokens());
    csv.row.value(node.reportedCost() == null ? null : node.reportedCost().toPlainString());
    csv.row.text(workflow.group() == null ? null : workflow.group().value());
    return csv.row.line();
  }

  private void counts(NodeStatistics.Counts counts) {
    row.value(counts.executions());
    row.value(counts.errors());
    row.value(counts.attempts());
    row.value(counts.cold());
    row.value(counts.cacheHits());
  }

  private void times(NodeStatistics node) {
    Distribution ms = node.durationMs();
    for (double value :
        new double[] {ms.mean(), ms.min(), ms.max(), ms.p50(), ms.p95(), ms.p99()}) {
      row.value(value);
    }
    row.value(node.varianceMs2());
    row.value(node.selfMs());
    row.value(mean(node.waitMs()));
    row.value(mean(node.firstTokenMs()));
    row.value(node.pathShare());
    row.value(node.dragMs());
    row.value(node.slackMs());
    row.value(node.cpuMs());
    row.value(node.allocBytes());
  }

  private void consumption(@Nullable Tokens tokens, @Nullable Cost cost) {
    row.value(tokens == null ? null : tokens.input());
    row.value(tokens == null ? null : tokens.output());
    row.value(cost == null ? null : cost.amount().toPlainString());
    row.value(cost == null ? null : cost.currency());
  }

  private void details(@Nullable Tokens tokens) {
    row.value(tokens == null ? null : tokens.cacheRead());
    row.value(tokens == null ? null : tokens.cacheWrite());
    row.value(tokens == null ? null : tokens.reasoning());
  }

  private static @Nullable Double mean(@Nullable Distribution distribution) {
    return distribution == null ? null : distribution.mean();
  }
}
