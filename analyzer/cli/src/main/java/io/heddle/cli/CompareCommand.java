package io.heddle.cli;

import io.heddle.core.comparison.Comparison;
import io.heddle.core.comparison.Thresholds;
import io.heddle.core.path.Overlap;
import io.heddle.report.Reports;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What changed between two groups of runs. */
@Command(
    name = "compare",
    description = {
      "What changed between two groups of runs, and what caused it.",
      "The groups are two files (BASE, then CURRENT), two values of an attribute, or two times."
    })
final class CompareCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private Inputs inputs = new Inputs();

  @ArgGroup(validate = false, heading = "Which groups:%n")
  private Groups groups = new Groups();

  @Mixin private Output output = new Output();

  @Mixin private Certainty certainty = new Certainty();

  @Option(
      names = "--fail-on-regression",
      description = "End with 1 when a workflow became slower or fails more often.")
  private boolean failOnRegression;

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Thresholds thresholds = certainty.thresholds();
    Reports reports = output.reports(console);
    Comparison comparison = compare(thresholds);
    output.write(console, reports.comparison(comparison));
    return failOnRegression && comparison.regressed() ? ExitCode.NO : ExitCode.DONE;
  }

  private Comparison compare(Thresholds thresholds) {
    Groups.Sides sides = groups.split(inputs, console);
    return Comparison.of(sides.base(), sides.current(), Overlap.TOLERANT, thresholds);
  }
}
