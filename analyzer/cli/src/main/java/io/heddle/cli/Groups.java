package io.heddle.cli;

import io.heddle.runs.Run;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which runs are the base of a comparison, and which are current. */
final class Groups {
  /** The runs of both groups. */
  record Sides(TraceFiles.Input baseInput, List<Run> current) {
    List<Run> base() {
      return baseInput.runs();
    }
  }

  @Option(
      names = "--by",
      paramLabel = "ATTRIBUTE",
      description = "Split all runs by this attribute of their spans.")
  private @Nullable String by;

  @Option(names = "--base", paramLabel = "V", description = "Its value in the base.")
  private @Nullable String base;

  @Option(names = "--current", paramLabel = "V", description = "Its value in the current runs.")
  private @Nullable String current;

  @Option(names = "--base-from", paramLabel = "TIME", converter = TimeConverter.class)
  private @Nullable Long baseFrom;

  @Option(names = "--base-to", paramLabel = "TIME", converter = TimeConverter.class)
  private @Nullable Long baseTo;

  @Option(names = "--current-from", paramLabel = "TIME", converter = TimeConverter.class)
  private @Nullable Long currentFrom;

  @Option(
      names = "--current-to",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "Split all runs by when they started; each limit may be left out.")
  private @Nullable Long currentTo;

  /** Neither an attribute nor times: the two groups are two files. */
  boolean areFiles() {
    return by == null && !areTimes();
  }

  private boolean areTimes() {
    return baseFrom != null || baseTo != null || currentFrom != null || currentTo != null;
  }

  /** Fails on options that do not go together. */
  private void check(int files) {
    if (by != null && areTimes()) {
      throw new UserError("--by does not go together with --base-from and its like");
    }
    if (by != null && (base == null || current == null)) {
      throw new UserError("--by needs --base and --current");
    }
    if (by == null && (base != null || current != null)) {
      throw new UserError("--base and --current need --by");
    }
    if (areFiles() && files != 2) {
      throw new UserError("give two files, BASE and CURRENT, or --by, or --base-from");
    }
  }

  /** Reads the files and divides their runs. */
  Sides split(Inputs inputs, Console console) {
    check(inputs.count());
    if (areFiles()) {
      List<TraceFiles.Input> files = inputs.readEach(console);
      return new Sides(files.get(0), files.get(1).runs());
    }
    TraceFiles.Input all = inputs.read(console);
    return new Sides(
        new TraceFiles.Input(base(all.runs()), all.reading(), all.mapping()), current(all.runs()));
  }

  private List<Run> base(List<Run> runs) {
    return runs.stream().filter(wanted(base, baseFrom, baseTo)).toList();
  }

  private List<Run> current(List<Run> runs) {
    return runs.stream().filter(wanted(current, currentFrom, currentTo)).toList();
  }

  private Predicate<Run> wanted(@Nullable String value, @Nullable Long from, @Nullable Long to) {
    String attribute = by;
    return attribute != null && value != null
        ? run -> carries(run, attribute, value)
        : run -> startsWithin(run.root().startNs(), from, to);
  }

  private static boolean carries(Run run, String attribute, String value) {
    return run.executions().stream()
        .anyMatch(execution -> value.equals(execution.attributes().get(attribute)));
  }

  private static boolean startsWithin(long startNs, @Nullable Long from, @Nullable Long to) {
    return (from == null || startNs >= from) && (to == null || startNs < to);
  }
}
