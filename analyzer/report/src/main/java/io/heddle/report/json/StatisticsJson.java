package io.heddle.report.json;

import io.heddle.core.Statistics;
import io.heddle.core.statistics.Cost;
import io.heddle.core.statistics.Distribution;
import io.heddle.core.statistics.Group;
import io.heddle.core.statistics.NodeStatistics;
import io.heddle.core.statistics.WorkflowStatistics;
import io.heddle.mapping.Decision;
import io.heddle.runs.Tokens;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code heddle stats} as JSON. */
public final class StatisticsJson {
  /** Writes one document. */
  public static void write(Statistics statistics, Writer out) throws IOException {
    Json.document(out, json -> document(json, statistics));
  }

  /** Writes one document that also says which attributes decided how spans were understood. */
  public static void write(Statistics statistics, List<Decision> mapping, Writer out)
      throws IOException {
    Json.document(
        out,
        json -> {
          document(json, statistics);
          json.objects("mapping", mapping, StatisticsJson::decision);
        });
  }

  private static void document(Json json, Statistics statistics) throws IOException {
    json.objects("workflows", statistics.workflows(), StatisticsJson::workflow);
    json.field("unmapped", statistics.reading().unmapped());
    json.texts("problems", statistics.reading().problems());
  }

  private static void decision(Json json, Decision decision) throws IOException {
    json.field("service", decision.service());
    json.field("field", decision.field().label());
    json.field("attribute", decision.key());
    json.field("source", decision.source().label());
    json.field("spans", decision.spans());
  }

  static void workflow(Json json, WorkflowStatistics statistics) throws IOException {
    json.field("service", statistics.workflow().service());
    json.field("workflow", statistics.workflow().name());
    json.field("version", statistics.workflow().version());
    Group group = statistics.group();
    if (group != null) {
      json.object("group", inner -> group(inner, group));
    }
    json.field("runs", statistics.runs());
    json.field("failedRuns", statistics.failedRuns());
    json.field("unfinishedRuns", statistics.unfinishedRuns());
    json.object("durationMs", inner -> distribution(inner, statistics.durationMs()));
    json.optional("tokens", statistics.tokens(), StatisticsJson::tokens);
    json.optional("cost", statistics.cost(), StatisticsJson::cost);
    json.field("reportedCost", statistics.reportedCost());
    json.texts("unpriced", statistics.unpriced());
    json.objects("nodes", statistics.nodes(), StatisticsJson::node);
  }

  private static void group(Json json, Group group) throws IOException {
    json.field("attribute", group.attribute());
    json.field("value", group.value());
  }

  static void cost(Json json, Cost cost) throws IOException {
    json.field("amount", cost.amount());
    json.field("currency", cost.currency());
    json.field("date", cost.date());
  }

  private static void node(Json json, NodeStatistics node) throws IOException {
    json.field("service", node.key().service());
    json.field("node", node.key().node());
    json.field("type", node.type());
    counts(json, node.counts());
    json.object("durationMs", inner -> distribution(inner, node.durationMs()));
    json.field("varianceMs2", node.varianceMs2());
    json.field("selfMs", node.selfMs());
    json.optional("waitMs", node.waitMs(), StatisticsJson::distribution);
    json.optional("firstTokenMs", node.firstTokenMs(), StatisticsJson::distribution);
    json.numbers("lastDurationsMs", node.lastDurationsMs());
    json.field("pathShare", node.pathShare());
    json.field("dragMs", node.dragMs());
    json.field("slackMs", node.slackMs());
    json.field("cpuMs", node.cpuMs());
    json.field("allocBytes", node.allocBytes());
    json.optional("tokens", node.tokens(), StatisticsJson::tokens);
    json.optional("cost", node.cost(), StatisticsJson::cost);
    json.field("reportedCost", node.reportedCost());
  }

  private static void counts(Json json, NodeStatistics.Counts counts) throws IOException {
    json.field("executions", counts.executions());
    json.field("errors", counts.errors());
    json.field("attempts", counts.attempts());
    json.field("cold", counts.cold());
    json.field("cacheHits", counts.cacheHits());
  }

  private static void distribution(Json json, Distribution distribution) throws IOException {
    json.field("mean", distribution.mean());
    json.field("min", distribution.min());
    json.field("max", distribution.max());
    json.field("p50", distribution.p50());
    json.field("p95", distribution.p95());
    json.field("p99", distribution.p99());
  }

  private static void tokens(Json json, Tokens tokens) throws IOException {
    json.field("input", tokens.input());
    json.field("output", tokens.output());
    json.field("cacheRead", tokens.cacheRead());
    json.field("cacheWrite", tokens.cacheWrite());
    json.field("reasoning", tokens.reasoning());
  }

  private StatisticsJson() {}
}
