package io.heddle.runs;

import io.heddle.otlp.ReadReport;
import io.heddle.otlp.Spans;
import io.heddle.otlp.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The runs of files, read at once.
 *
 * @param runs by start, see {@link Chronology}
 * @param unmapped spans outside every workflow
 * @param problems one line each for what could not be read: the file, the line or byte, and why
 */
public record RunFiles(List<Run> runs, int unmapped, List<String> problems) {
  public RunFiles {
    runs = List.copyOf(runs);
    problems = List.copyOf(problems);
  }

  /**
   * Reads files of any format that {@link TraceReader} knows, and folders of them.
   *
   * @throws io.heddle.otlp.TraceFormatException when nothing of a file can be read
   * @throws IOException when a file cannot be opened or read
   */
  public static RunFiles read(Path... paths) throws IOException {
    List<Spans> tables = new ArrayList<>();
    TraceReader reader = TraceReader.whole(tables::add);
    for (Path path : paths) {
      reader.read(path);
    }
    ReadReport report = reader.finish();
    RunAssembler.Result result = new RunAssembler().assemble(tables.get(0));
    return new RunFiles(result.runs(), result.unmapped(), problems(report, result.duplicates()));
  }

  private static List<String> problems(ReadReport report, int duplicates) {
    List<String> problems = new ArrayList<>(report.problems());
    problems.addAll(new LeftOut(duplicates, 0, 0, 0).lines());
    return problems;
  }
}
