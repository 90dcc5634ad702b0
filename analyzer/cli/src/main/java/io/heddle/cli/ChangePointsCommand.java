package io.heddle.cli;

import io.heddle.core.trend.ChangePoint;
import io.heddle.core.trend.ChangePoints;
import io.heddle.core.trend.Confirmation;
import io.heddle.report.Reports;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the level of a series changes. */
@Command(
    name = "change-points",
    description = {
      "Where the level of a series changes.",
      "The series is a JSON array of numbers, a column of a CSV file, or the durations of runs."
    })
final class ChangePointsCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private Inputs inputs = new Inputs();

  @ArgGroup(validate = false, heading = "Which series:%n")
  private SeriesSource source = new SeriesSource();

  @Mixin private Output output = new Output();

  @Option(names = "--window-length", defaultValue = "50", paramLabel = "N")
  private int windowLength = 50;

  @Option(names = "--max-pvalue", defaultValue = "0.001", paramLabel = "P")
  private double maxPValue = 0.001;

  @Option(names = "--min-magnitude", defaultValue = "0", paramLabel = "F")
  private double minMagnitude;

  @Option(
      names = "--confirm",
      description = {
        "Keep a point only if the regimes on its two sides hold 20 points each, differ by a rank",
        "test at level 0.01, and in their medians by 5 %% and 1."
      })
  private boolean confirm;

  ChangePointsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ChangePoints search = search();
    Reports reports = output.reports(console);
    double[] series = source.read(inputs, console);
    List<ChangePoint> points = search.of(series);
    List<ChangePoint> told = confirm ? Confirmation.DEFAULTS.of(series, points) : points;
    output.write(console, reports.changePoints(told));
    return ExitCode.DONE;
  }

  private ChangePoints search() {
    try {
      return new ChangePoints(windowLength, maxPValue, minMagnitude);
    } catch (IllegalArgumentException e) {
      throw new UserError("change-points: " + e.getMessage());
    }
  }
}
