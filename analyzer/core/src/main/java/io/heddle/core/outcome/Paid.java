package io.heddle.core.outcome;

import io.heddle.core.comparison.Thresholds;
import io.heddle.core.dependence.TwoGroups;
import io.heddle.core.outcome.Verification.Groups;
import io.heddle.core.replay.Bootstrap;
import io.heddle.core.replay.Interval;
import io.heddle.core.statistics.PriceTable;
import io.heddle.core.statistics.RunCost;
import io.heddle.runs.Run;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a mean run really became cheaper by, in the currency of the promise; negative when it became
 * dearer.
 *
 * @param interval 95 %, of {@code saved}
 * @param significant whether chance and the least effect are exceeded
 */
public record Paid(double saved, Interval interval, boolean significant) {
  static Paid between(Groups groups, PriceTable prices, Thresholds thresholds) {
    TwoGroups costs = costs(groups, prices);
    double before = TwoGroups.mean(costs.of(false));
    double saved = 0 - costs.difference();
    boolean matters = Math.abs(saved) >= thresholds.minEffect() * before;
    return new Paid(
        saved,
        new Bootstrap(thresholds.seed()).ofDifference(costs).negated(),
        matters && costs.pValue() <= thresholds.level());
  }

  private static TwoGroups costs(Groups groups, PriceTable prices) {
    List<Run> runs = new ArrayList<>(groups.base());
    runs.addAll(groups.current());
    runs.sort(
        Comparator.<Run>comparingLong(run -> run.root().startNs()).thenComparing(Run::traceId));
    Set<Run> later = new HashSet<>(groups.current());
    double[] costs = new double[runs.size()];
    boolean[] current = new boolean[costs.length];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = cost(runs.get(i), prices);
      current[i] = later.contains(runs.get(i));
    }
    return new TwoGroups(costs, current);
  }

  private static double cost(Run run, PriceTable prices) {
    BigDecimal cost = RunCost.of(run, prices);
    if (cost == null) {
      throw new IllegalArgumentException(
          "run %s calls a model without a price, so what it costs is unknown"
              .formatted(run.runId()));
    }
    return cost.doubleValue();
  }
}
