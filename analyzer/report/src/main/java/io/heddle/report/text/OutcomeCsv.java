package io.heddle.report.text;

import io.heddle.core.advice.Saving;
import io.heddle.core.outcome.Applied;
import io.heddle.core.outcome.Figure;
import io.heddle.core.outcome.Outcome;
import io.heddle.core.outcome.Promise;
import io.heddle.core.outcome.Realised;
import io.heddle.core.replay.Interval;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Outcomes as comma-separated values, one line each. */
public final class OutcomeCsv {
  private static final String TITLES =
      "recommendation,rule,engine,service,workflow,nodes,baseVersion,currentVersion,baseRuns,"
          + "currentRuns,predictedMs,predictedLowMs,predictedHighMs,realisedMs,realisedLowMs,"
          + "realisedHighMs,significant,ratio,held,confounders,currency,"
          + "predictedCost,predictedCostLow,predictedCostHigh,realisedCost,realisedCostLow,"
          + "realisedCostHigh\r\n";

  private final CsvRow row = new CsvRow();

  private OutcomeCsv() {}

  /** Writes titles and the outcomes in their order. */
  public static void write(List<Outcome> outcomes, Writer out) throws IOException {
    out.write(TITLES);
    for (Outcome outcome : outcomes) {
      out.write(line(outcome));
    }
  }

  private static String line(Outcome outcome) {
    OutcomeCsv csv = new OutcomeCsv();
    csv.promise(outcome.promise());
    csv.applied(outcome.applied());
    csv.saving(outcome.promise().saving().meanMs(), outcome.promise().saving().intervalMs());
    csv.realised(outcome.realised());
    csv.row.value(outcome.ratio());
    csv.row.value(outcome.held());
    csv.row.text(
        outcome.confounders().stream()
            .map(it -> it.kind().label())
            .collect(Collectors.joining("; ")));
    csv.money(outcome);
    return csv.row.line();
  }

  private void money(Outcome outcome) {
    Saving.Money money = outcome.promise().saving().money();
    row.text(money == null ? null : money.cost().currency());
    cost(money == null ? null : outcome.promise().said());
    cost(money == null ? null : outcome.realised().happened());
  }

  private void cost(@Nullable Figure figure) {
    row.value(figure == null ? null : figure.saved());
    row.value(figure == null ? null : figure.interval().low());
    row.value(figure == null ? null : figure.interval().high());
  }

  private void promise(Promise promise) {
    row.text(promise.matter().id());
    row.text(promise.matter().rule());
    row.text(promise.engine());
    row.text(promise.matter().service());
    row.text(promise.matter().workflow());
    row.text(String.join("; ", promise.matter().nodes()));
  }

  private void applied(Applied applied) {
    row.text(applied.baseVersion());
    row.text(applied.currentVersion());
    row.value(applied.baseRuns());
    row.value(applied.currentRuns());
  }

  private void realised(Realised realised) {
    saving(realised.savedMs(), realised.intervalMs());
    row.value(realised.significant());
  }

  private void saving(double savedMs, Interval interval) {
    row.value(savedMs);
    row.value(interval.low());
    row.value(interval.high());
  }
}
