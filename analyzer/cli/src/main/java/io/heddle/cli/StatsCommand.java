package io.heddle.cli;

import io.heddle.core.Analysis;
import io.heddle.core.comparison.Thresholds;
import io.heddle.report.Report;
import io.heddle.report.Reports;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Node statistics. */
@Command(name = "stats", description = "Statistics of each workflow and node.")
final class StatsCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private Inputs inputs = new Inputs();
  @Mixin private Prices prices = new Prices();
  @Mixin private Output output = new Output();

  @Option(
      names = "--explain-mapping",
      description = {
        "Also says which attribute decided what about the spans of each service, and how often.",
        "This, and the number of unmapped spans, is about everything read, before any filter.",
        "Unmapped are spans outside every workflow, such as the HTTP request around an agent."
      })
  private boolean explainMapping;

  StatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Reports reports = output.reports(console);
    Inputs.Input input = inputs.read(console);
    output.write(
        console, report(input, prices.analyse(input, Thresholds.DEFAULTS, console), reports));
    return ExitCode.DONE;
  }

  private Report report(Inputs.Input input, Analysis analysis, Reports reports) {
    return explainMapping
        ? reports.statistics(analysis, input.mapping())
        : reports.statistics(analysis);
  }
}
