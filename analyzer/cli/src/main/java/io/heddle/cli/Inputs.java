package io.heddle.cli;

import io.heddle.otlp.Spans;
import io.heddle.otlp.TraceReader;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import io.heddle.runs.RunAssembler;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The files a command reads, and which of their runs it looks at. */
final class Inputs {
  private static final Path STANDARD_INPUT = Path.of("-");
  private static final int PEEKED_BYTES = 256;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = {
        "OTLP (JSON or protobuf), Jaeger JSON or Zipkin JSON; gzip of each;",
        "a folder is all its files; - is the standard input."
      })
  private List<Path> files = List.of();

  @Mixin private TraceFiles traces = new TraceFiles();

  /** The runs of all files that pass the filters; says what could not be read. */
  TraceFiles.Input read(Console console) {
    return traces.read(files, console);
  }

  /** The same, file by file. */
  List<TraceFiles.Input> readEach(Console console) {
    return files.stream().map(file -> traces.read(List.of(file), console)).toList();
  }

  int count() {
    return files.size();
  }

  /** The only file as text. */
  String text(Console console) {
    return new String(head(console, Integer.MAX_VALUE), StandardCharsets.UTF_8);
  }

  /** How the first file begins, as text; the standard input is never looked into. */
  String start(Console console) {
    return files.get(0).equals(STANDARD_INPUT) || Files.isDirectory(files.get(0))
        ? ""
        : new String(head(console, PEEKED_BYTES), StandardCharsets.UTF_8);
  }

  private byte[] head(Console console, int bytes) {
    Path file = files.get(0);
    try (InputStream in =
        file.equals(STANDARD_INPUT)
            ? new BufferedInputStream(System.in)
            : Files.newInputStream(console.directory().resolve(file))) {
      return in.readNBytes(bytes);
    } catch (IOException e) {
      throw new UserError(file + ": " + Reason.of(e));
    }
  }

  /** Reads the files piece by piece. */
  Streaming streaming() {
    return new Streaming(this, traces.filters(), traces.clocks());
  }

  /** Whether the files alone are larger than the memory that runs could be kept in. */
  boolean areLargerThanMemory(Console console) {
    long memory = Runtime.getRuntime().maxMemory() / 4 * 3;
    long bytes =
        files.stream().mapToLong(file -> Folder.bytes(TraceFiles.resolved(file, console))).sum();
    if (bytes > memory) {
      console.say("the files are larger than the memory: read in pieces, without drag and slack");
    }
    return bytes > memory;
  }

  /** What could not be read. */
  List<String> problems() {
    return traces.problems();
  }

  /** Lets a reader read all files, and says what it could not. */
  void readAll(TraceReader reader, Console console) {
    traces.readAll(files, reader, console);
  }

  /** The spans of all files; with a filter, of the traces whose runs pass it. */
  Spans table(Console console) {
    traces.clocks().refuse("convert");
    List<Spans> tables = new ArrayList<>();
    readAll(TraceReader.whole(tables::add), console);
    Spans spans = tables.get(0);
    List<Run> runs = RunAssembler.onAllProcessors().assemble(spans).runs();
    Set<String> kept =
        runs.stream()
            .filter(traces.filters())
            .flatMap(run -> run.executions().stream())
            .map(Execution::traceId)
            .collect(Collectors.toSet());
    if (!runs.stream().allMatch(traces.filters())) {
      spans.retain(
          IntStream.range(0, spans.size())
              .filter(span -> kept.contains(spans.traceId(span)))
              .collect(BitSet::new, BitSet::set, BitSet::or));
    }
    return spans;
  }
}
