package io.heddle.report.json;

import io.heddle.core.replay.Caveat;
import io.heddle.core.replay.EdgeCounts;
import io.heddle.core.replay.Prediction;
import io.heddle.core.replay.Spread;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code heddle what-if} as JSON. */
public final class PredictionJson {
  /** Writes one document. */
  public static void write(Prediction prediction, List<Caveat> caveats, Writer out)
      throws IOException {
    Json.document(
        out,
        json -> {
          fields(json, prediction);
          json.objects("caveats", caveats, PredictionJson::caveat);
        });
  }

  private static void fields(Json json, Prediction prediction) throws IOException {
    json.field("workflow", prediction.workflow());
    json.field("runs", prediction.runs());
    json.field("replayed", prediction.replayed());
    json.object("edges", edges -> edges(edges, prediction.edges()));
    json.field("limit", prediction.limit() == null ? null : prediction.limit().longValue());
    json.object("baseline", spread -> spread(spread, prediction.baseline()));
    json.object("predicted", spread -> spread(spread, prediction.predicted()));
    json.object("delta", delta -> delta(delta, prediction));
  }

  private static void caveat(Json json, Caveat caveat) throws IOException {
    json.field("kind", caveat.kind().label());
    json.field("node", caveat.node());
    json.field("executions", (long) caveat.executions());
  }

  private static void edges(Json json, EdgeCounts edges) throws IOException {
    json.field("recorded", edges.recorded());
    json.field("dataFlow", edges.dataFlow());
    json.field("definition", edges.definition());
    json.field("inferred", edges.inferred());
    json.field("serial", edges.serial());
  }

  private static void spread(Json json, Spread spread) throws IOException {
    json.field("meanMs", spread.meanMs());
    json.field("p50Ms", spread.p50Ms());
    json.field("p95Ms", spread.p95Ms());
  }

  private static void delta(Json json, Prediction prediction) throws IOException {
    json.field("meanMs", prediction.meanMs());
    json.numbers(
        "intervalMs", List.of(prediction.intervalMs().low(), prediction.intervalMs().high()));
  }

  private PredictionJson() {}
}
