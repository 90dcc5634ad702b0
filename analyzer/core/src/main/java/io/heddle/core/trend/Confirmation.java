package io.heddle.core.trend;

import io.heddle.core.dependence.TwoGroups;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the change points that a user may be told of: the regimes on both sides are long enough,
 * differ by a rank test that makes no assumption on their shape, and differ by enough to matter.
 *
 * @param level family-wise: what p-value x points in the series x series tested may reach
 * @param series how many series are tested together
 * @param minEffect the smallest relative change of the median worth a word
 * @param minDifference the smallest absolute change of the median, in the series' unit
 */
public record Confirmation(double level, int series, double minEffect, double minDifference) {
  /** Regimes shorter than this are not judged. */
  static final int SHORTEST_REGIME = 20;

  /** One series of milliseconds at level 0.01: 5 % and 1 ms. */
  public static final Confirmation DEFAULTS = new Confirmation(0.01, 1, 0.05, 1);

  /** The same demands when that many series are tested together. */
  public Confirmation among(int seriesTested) {
    return new Confirmation(level, seriesTested, minEffect, minDifference);
  }

  /**
   * The points that hold. A point that does not is taken back and its neighbours, whose regimes
   * have grown by that, are judged anew; the least sure goes first.
   */
  public List<ChangePoint> of(double[] values, List<ChangePoint> points) {
    Regimes regimes =
        new Regimes(values, points.stream().mapToInt(ChangePoint::index).sorted().toArray());
    int worst = worst(regimes);
    while (worst >= 0) {
      regimes = regimes.without(worst);
      worst = worst(regimes);
    }
    return changes(regimes);
  }

  private static List<ChangePoint> changes(Regimes regimes) {
    List<ChangePoint> kept = new ArrayList<>();
    for (int i = 0; i < regimes.cuts().length; i++) {
      kept.add(regimes.change(i));
    }
    return List.copyOf(kept);
  }

  /** The position that fails most clearly, or -1 when all hold. */
  private int worst(Regimes regimes) {
    int worst = -1;
    double worstP = -1;
    for (int i = 0; i < regimes.cuts().length; i++) {
      double p = pValue(regimes, i);
      if (p > level && p > worstP) {
        worst = i;
        worstP = p;
      }
    }
    return worst;
  }

  /** Corrected p-value; above 1 when the change may not be reported at all. */
  double pValue(Regimes regimes, int position) {
    double[] before = regimes.values(position);
    double[] after = regimes.values(position + 1);
    if (Math.min(before.length, after.length) < SHORTEST_REGIME || !matters(before, after)) {
      return Double.MAX_VALUE;
    }
    double p = TwoGroups.inTurn(before, after).pValueOfChosen();
    return p * regimes.series().length * series;
  }

  private boolean matters(double[] before, double[] after) {
    double from = Median.of(before);
    return matters(Median.of(after) - from, from);
  }

  boolean matters(double change, double from) {
    double size = Math.abs(change);
    return size >= minDifference && size >= minEffect * Math.abs(from);
  }
}
