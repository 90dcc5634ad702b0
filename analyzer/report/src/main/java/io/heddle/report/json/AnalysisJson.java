package io.heddle.report.json;

import io.heddle.core.Analysis;
import io.heddle.core.WorkflowAnalysis;
import io.heddle.runs.Graph;
import java.io.IOException;
import java.io.Writer;

/** {@code heddle analyze} as JSON: statistics, paths and advice in one document. */
public final class AnalysisJson {
  /** Writes one document. */
  public static void write(Analysis analysis, Writer out) throws IOException {
    Json.document(
        out,
        json -> {
          json.objects("workflows", analysis.workflows(), AnalysisJson::workflow);
          AdviceJson.fields(json, analysis);
          json.field("unmapped", analysis.reading().unmapped());
          json.texts("problems", analysis.reading().problems());
        });
  }

  private static void workflow(Json json, WorkflowAnalysis workflow) throws IOException {
    StatisticsJson.workflow(json, workflow.statistics());
    json.field("optimizationScore", workflow.advised().optimizationScore());
    json.objects("paths", workflow.paths(), PathJson::aggregate);
    json.object("typicalRun", inner -> PathJson.path(inner, workflow.typical()));
    json.optional("graph", workflow.graph(), AnalysisJson::graph);
  }

  private static void graph(Json json, Graph graph) throws IOException {
    json.field("hash", graph.hash());
    json.objects("nodes", graph.nodes(), AnalysisJson::node);
    json.objects("edges", graph.edges(), AnalysisJson::edge);
  }

  private static void node(Json json, Graph.Node node) throws IOException {
    json.field("id", node.id());
    json.field("type", node.type());
  }

  private static void edge(Json json, Graph.Edge edge) throws IOException {
    json.field("from", edge.from());
    json.field("to", edge.to());
    json.field("conditional", edge.conditional());
  }

  private AnalysisJson() {}
}
