package io.heddle.report.json;

import io.heddle.core.path.AggregatePath;
import io.heddle.core.path.CriticalPath;
import io.heddle.core.path.Section;
import io.heddle.runs.Execution;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code heddle critical-path} as JSON Lines. */
public final class PathJson {
  /** Writes one line a path, in the order given. */
  public static void write(Iterable<CriticalPath> paths, Writer out) throws IOException {
    for (CriticalPath path : paths) {
      Json.line(out, json -> path(json, path));
    }
  }

  /** Writes one line an aggregate, in the order given. */
  public static void writeAggregates(Iterable<AggregatePath> paths, Writer out) throws IOException {
    for (AggregatePath path : paths) {
      Json.line(out, json -> aggregate(json, path));
    }
  }

  static void path(Json json, CriticalPath path) throws IOException {
    Execution root = path.root();
    json.field("traceId", root.traceId());
    json.field("service", root.service());
    json.field("workflow", workflow(path));
    json.field("runId", path.run().runId());
    json.field("rootSpanId", id(root));
    json.field("primary", path.primary());
    json.nanoseconds("startNs", root.startNs());
    json.nanoseconds("endNs", root.endNs());
    json.objects("sections", path.sections(), PathJson::section);
    json.texts("detached", ids(path.detached()));
    json.texts("clipped", ids(path.clipped()));
    json.texts("flags", path.flags());
  }

  static void aggregate(Json json, AggregatePath path) throws IOException {
    json.field("service", path.service());
    json.field("workflow", path.workflow());
    json.field("group", path.group());
    json.field("runs", path.runs());
    json.field("leftOut", path.leftOut());
    json.field("unfinished", path.unfinished());
    json.object("exemplars", inner -> exemplars(inner, path.exemplars()));
    json.objects("nodes", path.nodes(), PathJson::share);
  }

  private static void exemplars(Json json, AggregatePath.Exemplars exemplars) throws IOException {
    json.field("p50", exemplars.p50());
    json.field("p95", exemplars.p95());
    json.field("p99", exemplars.p99());
  }

  private static void share(Json json, AggregatePath.Share share) throws IOException {
    json.field("service", share.service());
    json.field("node", share.node());
    json.field("within", share.within());
    json.field("kind", share.kind().label());
    json.field("callee", share.callee());
    json.field("meanMs", share.meanMs());
    json.field("pathShare", share.pathShare());
  }

  private static void section(Json json, Section section) throws IOException {
    json.field("spanId", id(section.owner()));
    json.field("service", section.owner().service());
    json.field("node", section.owner().node());
    json.nanoseconds("startNs", section.startNs());
    json.nanoseconds("endNs", section.endNs());
    json.field("kind", section.kind().label());
    json.field("callee", section.callee());
  }

  /** A nested root is named after itself. */
  private static String workflow(CriticalPath path) {
    boolean own = path.root().index() == 0;
    return own ? path.run().workflow().name() : path.root().node();
  }

  private static List<String> ids(List<Execution> executions) {
    return executions.stream().map(PathJson::id).toList();
  }

  private static String id(Execution execution) {
    return "%016x".formatted(execution.spanId());
  }

  private PathJson() {}
}
