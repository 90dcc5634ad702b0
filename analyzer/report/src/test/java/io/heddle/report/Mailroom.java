package io.heddle.report;

import io.heddle.core.Analysis;
import io.heddle.core.Options;
import io.heddle.core.RunSketch;
import io.heddle.core.WorkflowAnalysis;
import io.heddle.core.advice.Advised;
import io.heddle.core.advice.Category;
import io.heddle.core.advice.Facts;
import io.heddle.core.advice.Finding;
import io.heddle.core.advice.Level;
import io.heddle.core.advice.Matter;
import io.heddle.core.advice.Recommendation;
import io.heddle.core.advice.Saving;
import io.heddle.core.advice.Severity;
import io.heddle.core.outcome.TrackRecord;
import io.heddle.core.replay.Interval;
import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Run;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Analyses to report on. */
public final class Mailroom {
  /** A name that would break out of any format that does not escape it. */
  public static final String HOSTILE = "<b>\"x\" & |`#`\u001b[31m,\n</script>";

  /** Twelve runs of five nodes, with a graph, tokens, an error, advice and a finding. */
  public static Analysis analysis() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      runs.add(run(i));
    }
    Analysis analysis = Analysis.of(runs, Options.DEFAULTS);
    return new Analysis(
        analysis.workflows().stream().map(Mailroom::advised).toList(),
        new Options.Reading(3, List.of("spans.json: line 17: unexpected end")),
        TrackRecord.EMPTY);
  }

  /** One run with hostile names wherever a name can stand. */
  public static Analysis hostile() {
    Run run =
        RunSketch.of(HOSTILE)
            .service(HOSTILE)
            .id(HOSTILE)
            .node(HOSTILE, 0, 4)
            .type(HOSTILE)
            .operation("call", 1, 3)
            .on(HOSTILE)
            .error(HOSTILE)
            .build();
    return Analysis.of(
        List.of(run), Options.DEFAULTS.with(new Options.Reading(0, List.of(HOSTILE))));
  }

  public static String write(Report report) {
    StringWriter out = new StringWriter();
    try {
      report.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** A finished run, and one whose end nobody saw. */
  public static List<Run> withoutEnd() {
    RunSketch left = RunSketch.of("answer-mail").service("mailroom").id("left").unfinished();
    return List.of(run(0), left.node("classify", 0, 2).build());
  }

  private static Run run(int i) {
    RunSketch sketch =
        RunSketch.of("answer-mail")
            .service("mailroom")
            .id("run-" + i)
            .startingAt(i * 1_000)
            .node("classify", 1, 20 + i)
            .type("llm")
            .operation("chat", 2, 19)
            .tokens("m", 100, 10)
            .node("order", 40, 60)
            .after("classify")
            .operation("GET /orders", 42, 58)
            .kind(Kind.CLIENT)
            .node("customer", 60, 85)
            .after("order")
            .waited(0)
            .node("draft", 90, 140)
            .after("customer")
            .cpu(3, 4_000)
            .until(150)
            .edge("classify", "order")
            .edge("order", "customer")
            .edge("customer", "draft")
            .conditionalEdge("draft", "classify");
    return (i == 4 ? sketch.node("draft", 141, 149).attempt(2).error("timeout") : sketch).build();
  }

  private static WorkflowAnalysis advised(WorkflowAnalysis it) {
    return new WorkflowAnalysis(
        it.statistics(),
        it.paths(),
        it.typical(),
        it.graph(),
        new Advised(List.of(recommendation()), List.of(finding()), 87));
  }

  private static Recommendation recommendation() {
    return new Recommendation(
        new Matter(
            "parallel-1", "parallel", "mailroom", "answer-mail", List.of("order", "customer")),
        Category.PARALLELIZATION,
        Severity.HIGH,
        "Run order and customer in parallel",
        Facts.none()
            .with("currentMs", 150.0)
            .with("replayedMs", 130.0)
            .with("outsideEffects", "not observed")
            .withRows("edges", List.of(Facts.none().with("from", "classify").with("hops", 2))),
        new Saving(20, 13.3, new Interval(18, 22), null),
        Level.LOW,
        Level.MEDIUM,
        List.of("Check outside effects.", "Add the edge."),
        "graph.addEdge(\"classify\", \"customer\");");
  }

  private static Finding finding() {
    return new Finding(
        "modes", "mailroom", "answer-mail", List.of("draft"), Facts.none().with("p99Ms", 50.0));
  }

  private Mailroom() {}
}
