package io.heddle.cli;

import io.heddle.core.comparison.Thresholds;
import picocli.CommandLine.Option;

/** How sure a command has to be of what it says. */
final class Certainty {
  @Option(
      names = "--level",
      defaultValue = "0.01",
      paramLabel = "P",
      description = "Chance of any false alarm in the whole report (default: ${DEFAULT-VALUE}).")
  private double level = 0.01;

  Thresholds thresholds() {
    try {
      return Thresholds.DEFAULTS.withLevel(level);
    } catch (IllegalArgumentException e) {
      throw new UserError("--level: " + e.getMessage());
    }
  }
}
