package io.heddle.cli;

import io.heddle.core.Options;
import io.heddle.mapping.Decision;
import io.heddle.otlp.ReadReport;
import io.heddle.otlp.Spans;
import io.heddle.otlp.TraceFormatException;
import io.heddle.otlp.TraceReader;
import io.heddle.runs.Run;
import io.heddle.runs.RunAssembler;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

  @Option(names = "--strict", description = "End with 2 at the first thing that cannot be read.")
  private boolean strict;

  @ArgGroup(validate = false, heading = "Which runs:%n")
  private Filters filters = new Filters();

  @Mixin private Clocks clocks = new Clocks();

  private final List<String> problems = new ArrayList<>();

  /** The runs of all files that pass the filters; says what could not be read. */
  Input read(Console console) {
    return read(files, console);
  }

  /** The same, file by file. */
  List<Input> readEach(Console console) {
    return files.stream().map(file -> read(List.of(file), console)).toList();
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
    return new Streaming(this, filters, clocks);
  }

  /** Whether the files alone are larger than the memory that runs could be kept in. */
  boolean areLargerThanMemory(Console console) {
    long memory = Runtime.getRuntime().maxMemory() / 4 * 3;
    long bytes = files.stream().mapToLong(file -> Folder.bytes(resolved(file, console))).sum();
    if (bytes > memory) {
      console.say("the files are larger than the memory: read in pieces, without drag and slack");
    }
    return bytes > memory;
  }

  /** What could not be read. */
  List<String> problems() {
    return problems;
  }

  /** Lets a reader read all files, and says what it could not. */
  void readAll(TraceReader reader, Console console) {
    readAll(files, reader, console);
  }

  private void readAll(List<Path> paths, TraceReader lenient, Console console) {
    problems.clear();
    TraceReader reader = strict ? lenient.strict() : lenient;
    for (Path file : paths) {
      readAny(resolved(file, console), reader);
    }
    tell(reader.finish(), console);
  }

  private Input read(List<Path> paths, Console console) {
    List<Spans> tables = new ArrayList<>();
    readAll(paths, TraceReader.whole(tables::add), console);
    return input(console, tables);
  }

  private void tell(ReadReport report, Console console) {
    problems.addAll(report.errors());
    if (report.damaged() > report.errors().size()) {
      problems.add((report.damaged() - report.errors().size()) + " more could not be read");
    }
    problems.forEach(console::say);
  }

  private Input input(Console console, List<Spans> tables) {
    RunAssembler.Result all = new RunAssembler().assemble(tables.get(0));
    List<String> leftOut = new LeftOut(all.duplicates(), 0, 0).lines();
    leftOut.forEach(console::say);
    problems.addAll(leftOut);
    List<Run> wanted = clocks.repair(all.runs().stream().filter(filters).toList(), console);
    if (wanted.isEmpty()) {
      console.say(
          all.runs().isEmpty() ? "there is no span to look at" : "no run passes the filters");
    }
    return new Input(wanted, new Options.Reading(all.unmapped(), problems), all.decisions());
  }

  private static Path resolved(Path file, Console console) {
    return file.equals(STANDARD_INPUT) ? file : console.directory().resolve(file);
  }

  private void readAny(Path path, TraceReader reader) {
    if (Files.isDirectory(path)) {
      Folder.files(path).forEach(each -> readInFolder(each, reader));
    } else {
      read(path, reader);
    }
  }

  /** A folder may hold other things than traces: they are named, and the rest is read. */
  private void readInFolder(Path file, TraceReader reader) {
    try {
      read(file, reader);
    } catch (UserError e) {
      if (strict) {
        throw e;
      }
      problems.add(e.getMessage());
    }
  }

  private static void read(Path file, TraceReader reader) {
    try {
      reader.read(file);
    } catch (TraceFormatException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UserError(file + ": " + Reason.of(e));
    }
  }

  /**
   * What a command works on.
   *
   * @param runs those that pass the filters
   * @param mapping what decided how the spans were understood, with or without the filters
   */
  record Input(List<Run> runs, Options.Reading reading, List<Decision> mapping) {
    /** Those that have a place in statistics: no workflow inside another one. */
    List<Run> counted() {
      return runs.stream().filter(Run::isCounted).toList();
    }
  }
}
