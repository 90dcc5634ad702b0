package io.heddle.benchmarks.analysis;

import io.heddle.core.Analysis;
import io.heddle.core.Options;
import io.heddle.otlp.Spans;
import io.heddle.otlp.TraceReader;
import io.heddle.report.Format;
import io.heddle.report.Reports;
import io.heddle.runs.Crew;
import io.heddle.runs.Run;
import io.heddle.runs.RunAssembler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Times each phase from files to their JSON report: {@code FileToReport FILE...}. One pass in a
 * fresh JVM, on all processors, as the command line does it; the start of the JVM does not count.
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
    List<Run> runs =
        phases.measure("assemble", () -> RunAssembler.onAllProcessors().assemble(spans).runs());
    Analysis analysis =
        phases.measure("analyse", () -> Crew.work(() -> Analysis.of(runs, Options.DEFAULTS)));
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
