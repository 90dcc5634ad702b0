package io.heddle.cli;

import io.heddle.core.Analysis;
import io.heddle.core.Options;
import io.heddle.core.RunningStatistics;
import io.heddle.core.Statistics;
import io.heddle.core.comparison.Thresholds;
import io.heddle.core.statistics.GroupBy;
import io.heddle.core.statistics.PriceTable;
import io.heddle.runs.Crew;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What models cost, for commands that speak of money. */
final class Prices {
  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = {
        "Prices of models per million tokens, JSON, instead of the table that ships with Heddle.",
        "A cost is an estimate, and says the date of its prices."
      })
  private @Nullable Path file;

  /** Analyses; says which models have no price. */
  Analysis analyse(TraceFiles.Input input, Thresholds thresholds, Console console) {
    return analyse(input, Options.DEFAULTS.with(thresholds), console);
  }

  /** The same with other options, but for the prices and what reading left over. */
  Analysis analyse(TraceFiles.Input input, Options otherwise, Console console) {
    Options options = otherwise.with(input.reading()).with(table(console));
    Analysis analysis = Crew.work(() -> Analysis.of(input.runs(), options));
    warned(analysis.statistics(), console);
    return analysis;
  }

  /** The figures of runs alone; says which models have no price. */
  Statistics summarise(TraceFiles.Input input, GroupBy groups, Console console) {
    Options options = Options.DEFAULTS.with(input.reading()).with(table(console));
    return warned(Statistics.of(input.runs(), groups, options), console);
  }

  /** Those of runs that come one by one. */
  Statistics summarise(Streaming streaming, GroupBy groups, Console console) {
    RunningStatistics figures =
        new RunningStatistics(groups, Options.DEFAULTS.with(table(console)));
    streaming.read(console, figures::add);
    return warned(figures.statistics(streaming.reading()), console);
  }

  PriceTable table(Console console) {
    if (file == null) {
      return PriceFile.shipped();
    }
    try {
      return new PriceFile("--prices " + file)
          .table(Files.readAllBytes(console.directory().resolve(file)));
    } catch (IOException e) {
      throw new UserError("--prices " + file + ": " + Reason.of(e));
    }
  }

  private static Statistics warned(Statistics statistics, Console console) {
    Set<String> unpriced = new TreeSet<>();
    statistics.workflows().forEach(it -> unpriced.addAll(it.unpriced()));
    if (!unpriced.isEmpty()) {
      console.say(
          "no price is known for %s, so what uses it has no cost; --prices FILE can give one"
              .formatted(String.join(", ", unpriced)));
    }
    return statistics;
  }
}
