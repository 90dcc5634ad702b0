package io.heddle.core.statistics;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import io.heddle.runs.Usage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the calls of one run cost by a price table. */
public final class RunCost {
  private RunCost() {}

  /** Nothing where no tokens were used; null when a model that was used has no price. */
  public static @Nullable BigDecimal of(Run run, PriceTable prices) {
    RunShape shape = new RunShape(run);
    Consumption consumption = new Consumption();
    for (Execution execution : run.executions()) {
      Usage usage = shape.leafUsage(execution);
      if (usage != null) {
        consumption.add(usage);
      }
    }
    Cost cost = consumption.cost(prices);
    if (cost != null) {
      return cost.amount();
    }
    return consumption.tokens() == null ? BigDecimal.ZERO : null;
  }
}
