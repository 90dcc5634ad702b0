package io.heddle.cli;

import io.heddle.core.Analysis;
import io.heddle.core.Options;
import io.heddle.report.Reports;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What to change. */
@Command(
    name = "recommend",
    description = "What to change, and what it will save; most gain first.")
final class RecommendCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private Inputs inputs = new Inputs();
  @Mixin private Prices prices = new Prices();
  @Mixin private Certainty certainty = new Certainty();
  @Mixin private PastOutcomes pastOutcomes = new PastOutcomes();
  @Mixin private Output output = new Output();

  RecommendCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Reports reports = output.reports(console);
    Options options =
        Options.DEFAULTS.with(certainty.thresholds()).with(pastOutcomes.read(console));
    Analysis analysis = prices.analyse(inputs.read(console), options, console);
    output.write(console, reports.advice(analysis));
    return ExitCode.DONE;
  }
}
