package io.heddle.core.dependence;

/**
 * The autocovariance of what each value adds to a difference of means. Lags are added up pair by
 * pair while a pair is positive (Geyer's initial positive sequence, Statistical Science 7, 1992),
 * and corrected for the means being estimated from the same values. The first pair has to exceed
 * what chance makes of the neighbours of independent values.
 *
 * <p>Values of different groups count with opposite signs: where the groups take turns, a slow time
 * slows both, and adds nothing to the variance of their difference.
 */
final class Neighbours {
  /** Longer series are added up in blocks. */
  private static final int MOST_BLOCKS = 2_000;

  /** Lags looked at, of all there are. */
  private static final double LAGS = 0.25;

  /** Values that all the others are worth at least. */
  private static final double FEWEST = 3;

  /** With fewer the lags do not tell how fast a load fades. */
  private static final int FEWEST_TO_FADE = 100;

  /** What load keeps from one value to the next, at most. */
  private static final double SLOWEST = 0.98;

  /** Of the variance, that is left when the means are estimated. */
  private static final double SMALLEST_REST = 0.05;

  private final double[] parts;
  private final double[][] weights;
  private final double[] shares = new double[2];
  private final double own;
  private final double noticed;
  private final int values;

  /**
   * @param noticed how many standard deviations of what independent values give the first pair of
   *     lags has to exceed
   */
  Neighbours(TwoGroups groups, double noticed) {
    this.noticed = noticed;
    values = groups.values().length;
    int size = (values + MOST_BLOCKS - 1) / MOST_BLOCKS;
    int blocks = size == 0 ? 0 : (values + size - 1) / size;
    parts = new double[blocks];
    weights = new double[2][blocks];
    own = fill(groups, Math.max(1, size));
  }

  private double fill(TwoGroups groups, int size) {
    double sum = 0;
    for (int group = 0; group < 2; group++) {
      double[] members = groups.of(group == 1);
      double mean = TwoGroups.mean(members);
      shares[group] = members.length == 0 ? 0 : 1.0 / members.length;
      double weight = group == 1 ? shares[1] : -shares[0];
      for (int i = 0; i < values; i++) {
        if (groups.current()[i] == (group == 1)) {
          double part = weight * (groups.values()[i] - mean);
          parts[i / size] += part;
          weights[group][i / size] += weight;
          sum += part * part;
        }
      }
    }
    return sum;
  }

  Dependence dependence() {
    if (!(own > 0)) {
      return none();
    }
    double sum = lag(parts, 0) / own;
    double taken = taken(0);
    int most = (int) (LAGS * parts.length);
    int lag = 1;
    for (; lag < most; lag += 2) {
      double pair = (lag(parts, lag) + lag(parts, lag + 1)) / own;
      if (pair <= (lag == 1 ? noticed * Math.sqrt(2.0 / parts.length) : 0)) {
        break;
      }
      sum += 2 * pair;
      taken += 2 * (taken(lag) + taken(lag + 1));
    }
    if (lag == 1) {
      return none();
    }
    double rest = 1 - taken + sum * takenFromOwn();
    double inflation = bounded(sum / Math.max(SMALLEST_REST, rest));
    return values < FEWEST_TO_FADE
        ? new Dependence(inflation, values, inflation, values / inflation - 2)
        : new Dependence(
            inflation,
            values,
            Math.max(inflation, bounded(decaying(inflation))),
            parts.length / (2.0 * lag - 1));
  }

  private Dependence none() {
    return new Dependence(1, values, 1, values - 2.0);
  }

  private double bounded(double inflation) {
    return Math.min(Math.max(1, values / FEWEST), Math.max(1, inflation));
  }

  /**
   * The inflation by a load that fades from value to value, beside noise that does not last: lags 1
   * and 3 tell how fast, once what estimating the means took out of them is put back.
   */
  private double decaying(double inflation) {
    double putBack = inflation * takenFromOwn();
    double first = (lag(parts, 1) / own + putBack) / (1 + putBack);
    double third = (lag(parts, 3) / own + putBack) / (1 + putBack);
    if (first <= 0) {
      return inflation;
    }
    double kept = Math.min(SLOWEST, Math.sqrt(Math.max(0, third / first)));
    return lag(parts, 0) / own + 2 * first / (1 - kept);
  }

  private static double lag(double[] of, int lag) {
    double sum = 0;
    for (int i = lag; i < of.length; i++) {
      sum += of[i] * of[i - lag];
    }
    return sum;
  }

  /** What estimating the means takes out of a lag, as a share of the variance of the means. */
  private double taken(int lag) {
    double taken = shares[0] * lag(weights[0], lag) + shares[1] * lag(weights[1], lag);
    return taken / (shares[0] + shares[1]);
  }

  private double takenFromOwn() {
    return (shares[0] * shares[0] + shares[1] * shares[1]) / (shares[0] + shares[1]);
  }
}
