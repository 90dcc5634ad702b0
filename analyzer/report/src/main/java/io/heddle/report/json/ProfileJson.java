package io.heddle.report.json;

import io.heddle.core.blueprint.BlueprintEdge;
import io.heddle.core.blueprint.Estimate;
import io.heddle.core.blueprint.EstimateError;
import io.heddle.core.blueprint.ProfileChange;
import io.heddle.core.blueprint.Score;
import io.heddle.core.blueprint.StaticProfile;
import java.io.IOException;
import java.io.Writer;

/** {@code heddle profile} as JSON. */
public final class ProfileJson {
  private ProfileJson() {}

  /** Writes one document. */
  public static void write(StaticProfile profile, Writer out) throws IOException {
    Json.document(out, json -> profile(json, profile));
  }

  /** Writes the current profile, and what changed. */
  public static void write(ProfileChange change, Writer out) throws IOException {
    Json.document(
        out,
        json -> {
          profile(json, change.current());
          json.object("comparison", it -> change(it, change));
        });
  }

  private static void profile(Json json, StaticProfile profile) throws IOException {
    json.field("workflow", profile.workflow());
    json.field("format", profile.format());
    json.objects("nodes", profile.nodes(), ProfileJson::node);
    json.objects("edges", profile.edges(), ProfileJson::edge);
    json.object("totals", totals -> totals(totals, profile.totals()));
    json.field("score", profile.score().value());
    json.field("grade", profile.score().grade().name());
    json.object("scoreParts", parts -> parts(parts, profile.score()));
    json.objects("avoidableWaits", profile.avoidable(), ProfileJson::edge);
    json.optional("error", profile.error(), ProfileJson::error);
    json.texts("notes", profile.notes());
  }

  private static void node(Json json, StaticProfile.Node node) throws IOException {
    Estimate estimate = node.estimate();
    json.field("node", node.node().id());
    json.field("name", node.node().name());
    json.field("type", node.node().type());
    json.field("parent", node.node().parent());
    json.field("complexity", (long) estimate.complexity());
    json.field("estimatedMs", estimate.ms());
    json.field("estimatedMemoryBytes", Math.round(estimate.memoryBytes()));
    json.field("estimatedGpuMemoryBytes", Math.round(estimate.gpuBytes()));
    json.field("executions", node.executions());
    json.field("fanIn", (long) node.fanIn());
    json.field("fanOut", (long) node.fanOut());
    json.field("parallelizable", node.parallelizable());
    json.field("source", estimate.source().label());
  }

  private static void edge(Json json, BlueprintEdge edge) throws IOException {
    json.field("from", edge.from());
    json.field("to", edge.to());
    json.field("conditional", edge.conditional());
    json.field("outcome", edge.outcome().isEmpty() ? null : edge.outcome());
  }

  private static void totals(Json json, StaticProfile.Totals totals) throws IOException {
    json.field("serialMs", totals.serialMs());
    json.field("criticalPathMs", totals.criticalPathMs());
    json.field("bestMs", totals.bestMs());
    json.field("peakMemoryBytes", Math.round(totals.peakMemoryBytes()));
    json.field("peakGpuMemoryBytes", Math.round(totals.peakGpuBytes()));
    json.plain("parallelGroups", totals.parallelGroups());
  }

  private static void parts(Json json, Score score) throws IOException {
    json.field("parallelism", score.parallelism());
    json.field("memoryPenalty", score.memoryPenalty());
    json.field("bottleneckPenalty", score.bottleneckPenalty());
  }

  private static void error(Json json, EstimateError error) throws IOException {
    json.field("medianPercent", error.medianPercent());
    json.field("runs", (long) error.runs());
    json.field("unmeasuredMedianPercent", error.unmeasuredMedianPercent());
  }

  private static void change(Json json, ProfileChange change) throws IOException {
    json.objects("addedNodes", change.addedNodes(), ProfileJson::node);
    json.objects("removedNodes", change.removedNodes(), ProfileJson::node);
    json.objects("changedNodes", change.changedNodes(), ProfileJson::pair);
    json.objects("addedEdges", change.addedEdges(), ProfileJson::edge);
    json.objects("removedEdges", change.removedEdges(), ProfileJson::edge);
    json.object("base", side -> side(side, change.base()));
    json.object("delta", delta -> delta(delta, change.base(), change.current()));
  }

  private static void pair(Json json, ProfileChange.Pair pair) throws IOException {
    json.object("base", base -> node(base, pair.base()));
    json.object("current", current -> node(current, pair.current()));
  }

  private static void side(Json json, StaticProfile profile) throws IOException {
    json.field("workflow", profile.workflow());
    json.object("totals", totals -> totals(totals, profile.totals()));
    json.field("score", profile.score().value());
    json.field("grade", profile.score().grade().name());
  }

  private static void delta(Json json, StaticProfile base, StaticProfile current)
      throws IOException {
    StaticProfile.Totals before = base.totals();
    StaticProfile.Totals after = current.totals();
    json.field("serialMs", after.serialMs() - before.serialMs());
    json.field("criticalPathMs", after.criticalPathMs() - before.criticalPathMs());
    json.field("peakMemoryBytes", Math.round(after.peakMemoryBytes() - before.peakMemoryBytes()));
    json.field("score", current.score().value() - base.score().value());
  }
}
