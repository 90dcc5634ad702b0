package io.heddle.cli;

import io.heddle.core.blueprint.Assumptions;
import io.heddle.core.blueprint.ProfileChange;
import io.heddle.core.blueprint.Profiler;
import io.heddle.core.blueprint.StaticProfile;
import io.heddle.report.Reports;
import io.heddle.runs.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a definition tells before it has run. */
@Command(
    name = "profile",
    description = {
      "What a definition tells before it has run: estimates, parallelism, a score.",
      "With measured runs the estimates are theirs, and their error is told."
    })
final class ProfileCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "DEFINITION",
      description = {
        "Dify DSL, NodeTool JSON, BPMN 2.0 XML, Serverless Workflow (1.0, 0.8), a graph captured by",
        "the agent, or a file of spans that carry one; - is the standard input."
      })
  private Path definition = Path.of("-");

  @Option(
      names = "--measured",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Traces of runs of the definition, in any format the other commands read.")
  private List<Path> measured = List.of();

  @Option(
      names = "--base",
      paramLabel = "DEFINITION",
      description = "An earlier version: what changed since.")
  private @Nullable Path base;

  @Option(
      names = "--defaults",
      paramLabel = "FILE",
      description = {
        "What is known better than the defaults, JSON: costs of types and nodes, probabilities",
        "of edges, rounds of loops, the memory limit."
      })
  private @Nullable Path defaults;

  @Mixin private TraceFiles traces = new TraceFiles();
  @Mixin private Output output = new Output();

  ProfileCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Reports reports = output.reports(console);
    Assumptions assumptions =
        defaults == null ? Assumptions.DEFAULTS : AssumptionsFile.read(defaults, console);
    DefinitionFile file = DefinitionFile.read(definition, traces, console);
    List<Run> runs = new ArrayList<>(file.runs());
    if (!measured.isEmpty()) {
      runs.addAll(traces.read(measured, console).runs());
    }
    StaticProfile current = profile(file, assumptions, runs);
    if (base == null) {
      output.write(console, reports.profile(current));
    } else {
      DefinitionFile earlier = DefinitionFile.read(base, traces, console);
      StaticProfile before = profile(earlier, assumptions, measured.isEmpty() ? List.of() : runs);
      output.write(console, reports.profile(ProfileChange.of(before, current)));
    }
    return ExitCode.DONE;
  }

  private static StaticProfile profile(
      DefinitionFile file, Assumptions assumptions, List<Run> runs) {
    Profiler profiler = new Profiler(file.blueprint(), assumptions);
    return runs.isEmpty() ? profiler.profile() : profiler.profile(runs);
  }
}
