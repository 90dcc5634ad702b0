package io.heddle.cli;

import io.heddle.core.CriticalPaths;
import io.heddle.core.path.CriticalPath;
import io.heddle.core.path.FoldedStacks;
import io.heddle.core.path.Overlap;
import io.heddle.report.Report;
import io.heddle.report.Reports;
import io.heddle.runs.Run;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What runs waited for. */
@Command(
    name = "critical-path",
    description = "What each run waited for, instant by instant; as JSON, one line a root.")
final class CriticalPathCommand implements Callable<Integer> {
  private static final Comparator<CriticalPath> ORDER =
      Comparator.<CriticalPath, String>comparing(path -> path.root().traceId())
          .thenComparingLong(path -> path.root().startNs())
          .thenComparing(path -> path.root().spanId(), Long::compareUnsigned);

  private final Console console;
  @Mixin private Inputs inputs = new Inputs();
  @Mixin private Output output = new Output();

  @Option(
      names = "--overlap",
      defaultValue = "tolerant",
      paramLabel = "HOW",
      description =
          "How far siblings may overlap: tolerant (1 %%, 1 ms) or strict (default: ${DEFAULT-VALUE}).")
  private Overlap overlap = Overlap.TOLERANT;

  @Option(names = "--aggregate", description = "Added up per workflow and structural group.")
  private boolean aggregate;

  CriticalPathCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (output.is("folded")) {
      output.write(console, folded(inputs.read(console).runs()));
      return ExitCode.DONE;
    }
    Reports reports = output.reports(console);
    output.write(console, report(inputs.read(console), reports));
    return ExitCode.DONE;
  }

  private Report report(TraceFiles.Input input, Reports reports) {
    return aggregate
        ? reports.aggregates(CriticalPaths.aggregate(input.runs(), overlap))
        : reports.paths(paths(input.runs()));
  }

  private List<CriticalPath> paths(List<Run> runs) {
    return runs.stream()
        .flatMap(run -> CriticalPath.of(run, overlap).stream())
        .sorted(ORDER)
        .toList();
  }

  private Report folded(List<Run> runs) {
    FoldedStacks stacks = new FoldedStacks();
    paths(runs).forEach(stacks::add);
    return out -> {
      for (String line : stacks.lines()) {
        out.write(line + "\n");
      }
    };
  }
}
