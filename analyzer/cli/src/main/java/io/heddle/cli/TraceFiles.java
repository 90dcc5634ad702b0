package io.heddle.cli;

import io.heddle.core.Options;
import io.heddle.mapping.Decision;
import io.heddle.otlp.ReadReport;
import io.heddle.otlp.Spans;
import io.heddle.otlp.TraceFormatException;
import io.heddle.otlp.TraceReader;
import io.heddle.runs.LeftOut;
import io.heddle.runs.Run;
import io.heddle.runs.RunAssembler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How files of traces are read, and which of their runs count. */
final class TraceFiles {
  private static final Path STANDARD_INPUT = Path.of("-");

  @Option(names = "--strict", description = "End with 2 at the first thing that cannot be read.")
  private boolean strict;

  @ArgGroup(validate = false, heading = "Which runs:%n")
  private Filters filters = new Filters();

  @Mixin private Clocks clocks = new Clocks();

  private final List<String> problems = new ArrayList<>();

  Filters filters() {
    return filters;
  }

  Clocks clocks() {
    return clocks;
  }

  /** What could not be read. */
  List<String> problems() {
    return problems;
  }

  /** Lets a reader read the files, and says what it could not. */
  void readAll(List<Path> paths, TraceReader lenient, Console console) {
    problems.clear();
    TraceReader reader = strict ? lenient.strict() : lenient;
    for (Path file : paths) {
      readAny(resolved(file, console), reader);
    }
    tell(reader.finish(), console);
  }

  /** The runs of the files that pass the filters. */
  Input read(List<Path> paths, Console console) {
    List<Spans> tables = new ArrayList<>();
    readAll(paths, TraceReader.whole(tables::add), console);
    return input(console, tables);
  }

  private void tell(ReadReport report, Console console) {
    problems.addAll(report.problems());
    problems.forEach(console::say);
  }

  private Input input(Console console, List<Spans> tables) {
    RunAssembler.Result all = RunAssembler.onAllProcessors().assemble(tables.get(0));
    List<String> leftOut = new LeftOut(all.duplicates(), 0, 0, 0).lines();
    leftOut.forEach(console::say);
    problems.addAll(leftOut);
    List<Run> wanted = clocks.repair(all.runs().stream().filter(filters).toList(), console);
    if (wanted.isEmpty()) {
      console.say(
          all.runs().isEmpty() ? "there is no span to look at" : "no run passes the filters");
    }
    return new Input(wanted, new Options.Reading(all.unmapped(), problems), all.decisions());
  }

  static Path resolved(Path file, Console console) {
    return file.equals(STANDARD_INPUT) ? file : console.directory().resolve(file);
  }

  private void readAny(Path path, TraceReader reader) {
    if (Files.isDirectory(path)) {
      List<Path> files = Folder.files(path);
      note(files.isEmpty(), path + ": no file in the folder");
      files.forEach(each -> readInFolder(each, reader));
    } else {
      note(Files.isRegularFile(path) && Folder.bytes(path) == 0, path + ": the file is empty");
      read(path, reader);
    }
  }

  private void note(boolean applies, String problem) {
    if (applies) {
      problems.add(problem);
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
