package io.heddle.report.json;

import io.heddle.core.advice.Saving;
import io.heddle.core.outcome.Applied;
import io.heddle.core.outcome.Confounder;
import io.heddle.core.outcome.Correction;
import io.heddle.core.outcome.Outcome;
import io.heddle.core.outcome.Paid;
import io.heddle.core.outcome.Promise;
import io.heddle.core.outcome.Realised;
import io.heddle.core.outcome.RuleRecord;
import io.heddle.core.outcome.TrackRecord;
import io.heddle.core.replay.Interval;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Outcomes as JSON: a line each in a file of outcomes, and as a part of reports. */
public final class OutcomeJson {
  /** Writes one outcome as one line, as files of outcomes hold it. */
  public static void writeLine(Outcome outcome, Writer out) throws IOException {
    Json.line(out, json -> outcome(json, outcome));
  }

  /** Writes one document: all outcomes, then each rule. */
  public static void write(TrackRecord record, Writer out) throws IOException {
    Json.document(out, json -> fields(json, record));
  }

  /** A field of its own in a larger document; nothing when there is no outcome. */
  static void field(Json json, TrackRecord record) throws IOException {
    if (!record.outcomes().isEmpty()) {
      json.object("trackRecord", inner -> fields(inner, record));
    }
  }

  private static void fields(Json json, TrackRecord record) throws IOException {
    json.objects("outcomes", record.outcomes(), OutcomeJson::outcome);
    json.objects("rules", record.rules(), OutcomeJson::rule);
  }

  private static void outcome(Json json, Outcome outcome) throws IOException {
    identity(json, outcome.promise());
    applied(json, outcome.applied());
    json.object("predicted", it -> predicted(it, outcome.promise().saving()));
    json.object("realised", it -> realised(it, outcome.realised()));
    json.field("ratio", outcome.ratio());
    json.field("held", outcome.held());
    json.objects("confounders", outcome.confounders(), OutcomeJson::confounder);
  }

  private static void identity(Json json, Promise promise) throws IOException {
    json.field("recommendation", promise.matter().id());
    json.field("rule", promise.matter().rule());
    json.field("engine", promise.engine().isEmpty() ? null : promise.engine());
    json.field("service", promise.matter().service());
    json.field("workflow", promise.matter().workflow());
    json.texts("nodes", promise.matter().nodes());
  }

  private static void applied(Json json, Applied applied) throws IOException {
    json.field("baseVersion", applied.baseVersion());
    json.field("currentVersion", applied.currentVersion());
    json.nanoseconds("sinceNs", applied.sinceNs());
    json.object(
        "runs",
        runs -> {
          runs.field("base", applied.baseRuns());
          runs.field("current", applied.currentRuns());
        });
  }

  private static void predicted(Json json, Saving saving) throws IOException {
    json.field("meanMs", saving.meanMs());
    json.field("percent", saving.percent());
    interval(json, "intervalMs", saving.intervalMs());
    json.optional("cost", saving.money(), AdviceJson::money);
  }

  private static void realised(Json json, Realised realised) throws IOException {
    json.field("meanMs", realised.savedMs());
    json.field("shiftMs", realised.shiftMs());
    interval(json, "intervalMs", realised.intervalMs());
    json.field("significant", realised.significant());
    json.optional("cost", realised.money(), OutcomeJson::paid);
  }

  private static void paid(Json json, Paid paid) throws IOException {
    json.field("amount", paid.saved());
    interval(json, "interval", paid.interval());
    json.field("significant", paid.significant());
  }

  private static void confounder(Json json, Confounder confounder) throws IOException {
    json.field("kind", confounder.kind().label());
    json.field("what", confounder.what());
  }

  private static void rule(Json json, RuleRecord rule) throws IOException {
    json.field("rule", rule.rule());
    json.field("outcomes", rule.outcomes());
    json.field("clean", rule.clean());
    json.field("ratio", rule.ratio());
    json.field("held", rule.held());
    interval(json, "heldShare", rule.heldShare());
    json.optional("correction", rule.correction(), OutcomeJson::correction);
  }

  private static void correction(Json json, Correction correction) throws IOException {
    json.field("scope", correction.scope());
    json.field("outcomes", correction.outcomes());
    json.field("factor", correction.factor());
    interval(json, "ratio", correction.ratio());
    json.field("spread", correction.spread());
  }

  private static void interval(Json json, String name, Interval interval) throws IOException {
    json.numbers(name, List.of(interval.low(), interval.high()));
  }

  private OutcomeJson() {}
}
