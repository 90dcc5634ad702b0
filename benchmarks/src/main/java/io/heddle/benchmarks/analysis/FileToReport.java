package io.heddle.benchmarks.analysis;

import io.heddle.core.Analysis;
import io.heddle.core.Options;
import io.heddle.core.WorkflowAnalysis;
import io.heddle.core.advice.Advice;
import io.heddle.core.advice.Advised;
import io.heddle.core.advice.Standards;
import io.heddle.core.finding.Findings;
import io.heddle.core.path.CriticalPath;
import io.heddle.core.path.PathAggregate;
import io.heddle.core.replay.Replay;
import io.heddle.core.statistics.Leverage;
import io.heddle.core.statistics.NodeKey;
import io.heddle.core.statistics.Profile;
import io.heddle.core.statistics.WorkflowStatistics;
import io.heddle.otlp.Spans;
import io.heddle.otlp.TraceReader;
import io.heddle.report.Format;
import io.heddle.report.Reports;
import io.heddle.runs.Run;
import io.heddle.runs.RunAssembler;
import io.heddle.runs.WorkflowKey;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Times each phase from a file to its JSON report: {@code FileToReport FILE...}. One pass in a
 * fresh JVM, on one thread, as a command line does it; the compiler and the collector take theirs
 * beside it.
 */
public final class FileToReport {
  private final Phases phases = new Phases();

  /** Measures the files that the arguments name. */
  public static void main(String[] files) {
    if (files.length == 0) {
      System.err.println("FileToReport FILE...");
      System.exit(2);
    }
    System.out.print(new FileToReport().measure(List.of(files)));
  }

  private String measure(List<String> files) {
    Spans spans = phases.measure("read", () -> read(files));
    long size = spans.size();
    List<Run> runs = phases.measure("assemble", () -> new RunAssembler().assemble(spans).runs());
    Analysis analysis = analyse(byWorkflow(runs));
    phases.measure("render", () -> render(analysis));
    return phases.describe(size);
  }

  private static Spans read(List<String> files) {
    List<Spans> tables = new ArrayList<>();
    TraceReader reader = TraceReader.whole(tables::add);
    try {
      for (String file : files) {
        reader.read(Path.of(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reader.finish();
    return tables.get(0);
  }

  private static Map<WorkflowKey, List<Run>> byWorkflow(List<Run> runs) {
    return runs.stream()
        .filter(Run::isCounted)
        .collect(Collectors.groupingBy(Run::workflow, TreeMap::new, Collectors.toList()));
  }

  private Analysis analyse(Map<WorkflowKey, List<Run>> byWorkflow) {
    Options options = Options.DEFAULTS;
    Findings findings =
        phases.measure(
            "findings", () -> Findings.of(byWorkflow, options.overlap(), options.thresholds()));
    List<WorkflowAnalysis> workflows = new ArrayList<>();
    byWorkflow.forEach((key, runs) -> workflows.add(analyse(key, runs, options, findings)));
    return new Analysis(workflows, options.reading(), options.trackRecord());
  }

  private WorkflowAnalysis analyse(
      WorkflowKey workflow, List<Run> runs, Options options, Findings findings) {
    Profile profile = new Profile();
    PathAggregate aggregate = new PathAggregate();
    for (Run run : runs) {
      List<CriticalPath> paths =
          phases.measure("path", () -> CriticalPath.of(run, options.overlap()));
      phases.measure("statistics", () -> profile.add(run, paths));
      phases.measure("aggregate", () -> aggregate.add(run, paths));
    }
    Replay replay = phases.measure("replay", () -> Replay.of(runs));
    Map<NodeKey, Leverage> leverage = phases.measure("drag and slack", replay::leverage);
    WorkflowStatistics statistics =
        phases.measure(
            "statistics", () -> profile.statistics(workflow, options.prices(), leverage));
    Advised advised =
        phases.measure(
            "advice",
            () -> Advice.of(replay, new Standards(options.thresholds(), options.prices())));
    return new WorkflowAnalysis(
        statistics,
        aggregate.paths(workflow),
        CriticalPath.of(runs.get(0), options.overlap()).get(0),
        runs.get(0).graph(),
        advised.with(findings.about(workflow)));
  }

  private static String render(Analysis analysis) {
    StringWriter out = new StringWriter();
    try {
      new Reports(Format.JSON, false).analysis(analysis).writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private FileToReport() {}
}
