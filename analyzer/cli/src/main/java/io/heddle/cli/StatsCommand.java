package io.heddle.cli;

import io.heddle.core.Analysis;
import io.heddle.report.Reports;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Node statistics. */
@Command(name = "stats", description = "Statistics of each workflow and node.")
final class StatsCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private Inputs inputs = new Inputs();
  @Mixin private Prices prices = new Prices();
  @Mixin private Output output = new Output();

  StatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Reports reports = output.reports(console);
    Analysis analysis = prices.analyse(inputs.read(console), console);
    output.write(console, reports.statistics(analysis));
    return ExitCode.DONE;
  }
}
