package io.heddle.cli;

import io.heddle.report.Reports;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What recommendations said and what happened. */
@Command(
    name = "outcomes",
    description = "What recommendations said and what happened, and what is learnt from it.")
final class OutcomesCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", description = "Outcomes, as 'heddle verify' writes them.")
  private Path file = Path.of("");

  @Mixin private Output output = new Output();

  OutcomesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Reports reports = output.reports(console);
    OutcomeFile outcomes = new OutcomeFile(console.directory().resolve(file), file.toString());
    output.write(console, reports.trackRecord(outcomes.read()));
    return ExitCode.DONE;
  }
}
