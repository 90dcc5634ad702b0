package io.heddle.report.json;

import io.heddle.core.Analysis;
import io.heddle.core.advice.Finding;
import io.heddle.core.advice.Recommendation;
import io.heddle.core.advice.Saving;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code heddle recommend} as JSON. */
public final class AdviceJson {
  /** Writes one document. */
  public static void write(Analysis analysis, Writer out) throws IOException {
    Json.document(out, json -> fields(json, analysis));
  }

  static void fields(Json json, Analysis analysis) throws IOException {
    json.objects("recommendations", analysis.recommendations(), AdviceJson::recommendation);
    json.objects("findings", analysis.findings(), AdviceJson::finding);
    OutcomeJson.field(json, analysis.trackRecord());
  }

  private static void recommendation(Json json, Recommendation recommendation) throws IOException {
    json.field("id", recommendation.id());
    json.field("rule", recommendation.rule());
    json.field("category", recommendation.category().label());
    json.field("severity", recommendation.severity().label());
    json.field("service", recommendation.service());
    json.field("workflow", recommendation.workflow());
    json.texts("nodes", recommendation.nodes());
    json.field("title", recommendation.title());
    json.plain("evidence", recommendation.evidence().plain());
    json.optional("saving", recommendation.saving(), AdviceJson::saving);
    json.field("effort", recommendation.effort().label());
    json.field("risk", recommendation.risk().label());
    json.texts("steps", recommendation.steps());
    json.field("example", recommendation.example());
  }

  private static void saving(Json json, Saving saving) throws IOException {
    json.field("meanMs", saving.meanMs());
    json.field("percent", saving.percent());
    json.numbers("intervalMs", List.of(saving.intervalMs().low(), saving.intervalMs().high()));
    json.optional("cost", saving.money(), AdviceJson::money);
  }

  static void money(Json json, Saving.Money money) throws IOException {
    StatisticsJson.cost(json, money.cost());
    json.field("percent", money.percent());
    json.numbers("interval", List.of(money.interval().low(), money.interval().high()));
  }

  private static void finding(Json json, Finding finding) throws IOException {
    json.field("kind", finding.kind());
    json.field("service", finding.service());
    json.field("workflow", finding.workflow());
    json.texts("nodes", finding.nodes());
    json.plain("evidence", finding.evidence().plain());
  }

  private AdviceJson() {}
}
