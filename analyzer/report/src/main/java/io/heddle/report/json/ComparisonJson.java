package io.heddle.report.json;

import io.heddle.core.comparison.Cause;
import io.heddle.core.comparison.ComparedWorkflow;
import io.heddle.core.comparison.ComparedWorkflow.CauseDelta;
import io.heddle.core.comparison.ComparedWorkflow.ErrorDelta;
import io.heddle.core.comparison.ComparedWorkflow.NodeDelta;
import io.heddle.core.comparison.Comparison;
import io.heddle.core.comparison.Comparison.ServiceDelta;
import io.heddle.core.comparison.Delta;
import io.heddle.core.comparison.Mix;
import io.heddle.core.comparison.Picked;
import io.heddle.core.replay.Interval;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code heddle compare} as JSON. */
public final class ComparisonJson {
  /** Writes one document. */
  public static void write(Comparison comparison, Writer out) throws IOException {
    Json.document(
        out,
        json -> {
          json.objects("workflows", comparison.workflows(), ComparisonJson::workflow);
          json.objects("services", comparison.services(), ComparisonJson::service);
        });
  }

  private static void workflow(Json json, ComparedWorkflow workflow) throws IOException {
    json.field("service", workflow.service());
    json.field("workflow", workflow.workflow());
    json.object(
        "runs",
        runs -> {
          runs.field("base", (long) workflow.runs().base().compared());
          runs.field("current", (long) workflow.runs().current().compared());
        });
    json.object(
        "leftOut",
        groups -> {
          groups.object("base", it -> leftOut(it, workflow.runs().base()));
          groups.object("current", it -> leftOut(it, workflow.runs().current()));
        });
    json.object(
        "delta",
        delta -> {
          delta.field("meanMs", workflow.delta().meanMs());
          rest(delta, workflow.delta());
        });
    Mix mix = workflow.mix();
    if (mix != null) {
      json.object("mix", it -> mix(it, mix));
    }
    Mix ways = workflow.ways();
    if (ways != null) {
      json.object("paths", it -> mix(it, ways));
    }
    json.objects("causes", workflow.causes(), ComparisonJson::cause);
    json.objects("nodes", workflow.nodes(), ComparisonJson::node);
    json.objects("errors", workflow.errors(), ComparisonJson::error);
  }

  private static void leftOut(Json json, Picked picked) throws IOException {
    json.field("cold", (long) picked.leftOutCold());
    json.field("unfinished", (long) picked.leftOutUnfinished());
  }

  private static void mix(Json json, Mix mix) throws IOException {
    json.field("attribute", mix.attribute());
    json.field("mixMs", mix.mixMs());
    json.field("withinMs", mix.withinMs());
    Interval within = mix.withinIntervalMs();
    json.numbers("withinIntervalMs", List.of(within.low(), within.high()));
    json.objects("values", mix.values(), ComparisonJson::value);
  }

  private static void value(Json json, Mix.Value value) throws IOException {
    json.field("value", value.value());
    json.field("base", value.base());
    json.field("current", value.current());
    json.field("baseMs", value.baseMs());
    json.field("currentMs", value.currentMs());
  }

  private static void rest(Json json, Delta delta) throws IOException {
    json.field("shiftMs", delta.shiftMs());
    json.numbers("intervalMs", List.of(delta.interval().low(), delta.interval().high()));
    json.field("significant", delta.significant());
  }

  private static void cause(Json json, CauseDelta charged) throws IOException {
    Cause cause = charged.cause();
    json.field("service", cause.service());
    json.field("node", cause.node());
    json.field("kind", cause.kind().label());
    json.field("callee", cause.callee());
    json.field("deltaMs", charged.delta().meanMs());
    rest(json, charged.delta());
  }

  private static void node(Json json, NodeDelta node) throws IOException {
    json.field("service", node.node().service());
    json.field("node", node.node().node());
    json.object(
        "delta",
        delta -> {
          delta.field("meanMs", node.delta().meanMs());
          rest(delta, node.delta());
        });
  }

  private static void error(Json json, ErrorDelta error) throws IOException {
    json.field("service", error.node().service());
    json.field("node", error.node().node());
    json.field("base", error.base());
    json.field("current", error.current());
    json.field("significant", error.significant());
  }

  private static void service(Json json, ServiceDelta service) throws IOException {
    json.field("service", service.service());
    json.field("deltaMs", service.deltaMs());
    json.field("significant", service.significant());
  }

  private ComparisonJson() {}
}
