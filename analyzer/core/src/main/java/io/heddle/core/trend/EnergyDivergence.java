package io.heddle.core.trend;

/**
 * The split of an interval whose two sides differ most in energy distance (Matteson and James, "A
 * Nonparametric Approach for Multiple Change Point Analysis of Multivariate Data", arXiv
 * 1306.4933).
 *
 * @param index first point of the right side
 * @param divergence the scaled energy distance between the sides; larger is more different
 */
record EnergyDivergence(int index, double divergence) {
  /*
   * For a left side [start, cut) and a right side [cut, end') with end' <= end, the divergence is
   *
   *   q = 2/(n+m) x across - 2m/(n+m)/(n-1) x within left - 2n/(n+m)/(m-1) x within right
   *
   * where the three sums run over absolute differences of pairs. "Across" is all pairs minus the
   * two others, and each sum grows by one point at a time: O(k^2) time and O(k) space for k points.
   */

  /** Needs at least two points. Of equal divergences the earliest cut counts. */
  static EnergyDivergence strongest(double[] series, int start, int end) {
    double[] pairs = pairSums(series, start, end);
    double[] right = new double[end - start + 1];
    EnergyDivergence best = new EnergyDivergence(start + 1, Double.NEGATIVE_INFINITY);
    for (int cut = end - 1; cut > start; cut--) {
      EnergyDivergence here = strongestAt(series, start, end, cut, pairs, right);
      best = here.divergence >= best.divergence ? here : best;
    }
    return best;
  }

  /** Element k: the sum over all pairs among the first k points. */
  private static double[] pairSums(double[] series, int start, int end) {
    double[] sums = new double[end - start + 1];
    for (int k = 1; k <= end - start; k++) {
      double added = 0;
      for (int i = start; i < start + k - 1; i++) {
        added += Math.abs(series[start + k - 1] - series[i]);
      }
      sums[k] = sums[k - 1] + added;
    }
    return sums;
  }

  private static EnergyDivergence strongestAt(
      double[] series, int start, int end, int cut, double[] pairs, double[] right) {
    double best = Double.NEGATIVE_INFINITY;
    double added = 0;
    for (int stop = cut + 1; stop <= end; stop++) {
      added += Math.abs(series[cut] - series[stop - 1]);
      right[stop - start] += added;
      best = Math.max(best, divergence(cut - start, stop - cut, pairs, right[stop - start]));
    }
    return new EnergyDivergence(cut, best);
  }

  private static double divergence(int n, int m, double[] pairs, double withinRight) {
    double withinLeft = pairs[n];
    double across = pairs[n + m] - withinLeft - withinRight;
    double q = 2.0 / (n + m) * across;
    q -= n < 2 ? 0 : 2.0 * m / (n + m) / (n - 1) * withinLeft;
    q -= m < 2 ? 0 : 2.0 * n / (n + m) / (m - 1) * withinRight;
    return q;
  }
}
