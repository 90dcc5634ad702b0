package io.heddle.runs;

import io.heddle.mapping.Decision;
import io.heddle.otlp.ReadReport;
import io.heddle.otlp.Spans;
import io.heddle.otlp.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The runs of a set of files.
 *
 * @param runs in order of trace id, start and span id
 * @param decisions which keys decided what the spans mean
 * @param duplicates spans left out because their ids had come before
 * @param report what was read and what could not be read
 */
public record Traces(List<Run> runs, List<Decision> decisions, int duplicates, ReadReport report) {
  public Traces {
    runs = List.copyOf(runs);
    decisions = List.copyOf(decisions);
  }

  /**
   * Reads files, folders and the standard input ({@code -}) of any known format.
   *
   * @throws io.heddle.otlp.TraceFormatException when nothing of a file can be read
   * @throws IOException when a file cannot be opened or read
   */
  public static Traces read(Path... paths) throws IOException {
    return read(List.of(paths), false);
  }

  /** Like {@link #read(Path...)}; when {@code strict}, the first damage is an error. */
  public static Traces read(List<Path> paths, boolean strict) throws IOException {
    List<Spans> tables = new ArrayList<>();
    TraceReader reader = TraceReader.whole(tables::add);
    TraceReader chosen = strict ? reader.strict() : reader;
    for (Path path : paths) {
      chosen.read(path);
    }
    ReadReport report = chosen.finish();
    RunAssembler.Result result = new RunAssembler().assemble(tables.get(0));
    return new Traces(result.runs(), result.decisions(), result.duplicates(), report);
  }
}
