package io.heddle.cli;

import io.heddle.core.Analysis;
import io.heddle.core.WorkflowAnalysis;
import io.heddle.core.advice.HostEngine;
import io.heddle.core.advice.Recommendation;
import io.heddle.core.comparison.Thresholds;
import io.heddle.core.outcome.Outcome;
import io.heddle.core.outcome.Promise;
import io.heddle.core.outcome.Verification;
import io.heddle.core.path.Overlap;
import io.heddle.report.Reports;
import io.heddle.runs.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a recommendation that was followed saved what it promised. */
@Command(
    name = "verify",
    description = {
      "Whether a recommendation that was followed saved what it promised.",
      "The promise is computed from the runs before, and held against the runs after."
    })
final class VerifyCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private Inputs inputs = new Inputs();

  @ArgGroup(validate = false, heading = "Which runs are before (base) and after (current):%n")
  private Groups groups = new Groups();

  @Option(
      names = "--recommendation",
      required = true,
      paramLabel = "ID",
      description = "Which one, by the id that 'heddle recommend' gives it before the change.")
  private String id = "";

  @Option(
      names = "--outcomes",
      paramLabel = "FILE",
      description = "Append the outcome as a line to this file, for 'heddle recommend' to learn.")
  private @Nullable Path file;

  @Mixin private Certainty certainty = new Certainty();
  @Mixin private Prices prices = new Prices();
  @Mixin private Output output = new Output();

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Reports reports = output.reports(console);
    Thresholds thresholds = certainty.thresholds();
    Outcome outcome = outcome(groups.split(inputs, console), thresholds);
    if (file != null) {
      new OutcomeFile(console.directory().resolve(file), "--outcomes " + file).append(outcome);
    }
    output.write(console, reports.outcome(outcome));
    return ExitCode.DONE;
  }

  private Outcome outcome(Groups.Sides sides, Thresholds thresholds) {
    Analysis before = prices.analyse(sides.baseInput(), thresholds, console);
    WorkflowAnalysis workflow = workflow(before);
    List<Run> base =
        sides.base().stream()
            .filter(run -> run.workflow().equals(workflow.statistics().workflow()))
            .toList();
    try {
      Promise promise = Promise.of(recommendation(workflow), HostEngine.of(base.get(0)));
      return new Verification(promise, Overlap.TOLERANT, thresholds, prices.table(console))
          .of(base, sides.current());
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  /** The version of the workflow that the recommendation is about: the one with most time. */
  private WorkflowAnalysis workflow(Analysis before) {
    return before.workflows().stream()
        .filter(it -> it.advised().recommendations().stream().anyMatch(this::isMeant))
        .findFirst()
        .orElseThrow(() -> new UserError(noSuch(before)));
  }

  private Recommendation recommendation(WorkflowAnalysis workflow) {
    return workflow.advised().recommendations().stream()
        .filter(this::isMeant)
        .findFirst()
        .orElseThrow();
  }

  private boolean isMeant(Recommendation it) {
    return it.id().equals(id);
  }

  private String noSuch(Analysis before) {
    String known =
        before.recommendations().stream()
            .map(Recommendation::id)
            .distinct()
            .collect(Collectors.joining(", "));
    return "--recommendation %s: the runs before do not give it; they give %s"
        .formatted(id, known.isEmpty() ? "none" : known);
  }
}
