package io.heddle.core.dependence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The autocovariance of what each value adds to a difference of means. Lags are added up pair by
 * pair while a pair is positive (Geyer's initial positive sequence, Statistical Science 7, 1992),
 * and corrected for the means being estimated from the same values. The first pair has to exceed
 * what chance makes of the neighbours of independent values.
 *
 * <p>Values of different groups count with opposite signs: where the groups take turns, a slow time
 * slows both, and adds nothing to the variance of their difference. Values are taken relative to
 * the mean of their plateau: what an incident that begins in the middle of a group does to its runs
 * is what a comparison looks for, and no noise.
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
  private final List<Weights> plateaus = new ArrayList<>();
  private final double shares;
  private final double own;
  private final double noticed;
  private final int values;

  /**
   * What the values of one plateau, whose mean is estimated from them, weigh in the difference.
   *
   * @param blocks the sum over each block
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
  private record Weights(int values, double[] blocks) {}

  /**
   * @param noticed how many standard deviations of what independent values give the first pair of
   *     lags has to exceed
   */
  Neighbours(TwoGroups groups, Plateaus within, double noticed) {
    this.noticed = noticed;
    values = groups.values().length;
    int size = (values + MOST_BLOCKS - 1) / MOST_BLOCKS;
    parts = new double[size == 0 ? 0 : (values + size - 1) / size];
    double sum = 0;
    for (int[] plateau : within.members()) {
      sum += add(groups, plateau, size);
    }
    own = sum;
    shares = share(groups, false) + share(groups, true);
  }

  private static double share(TwoGroups groups, boolean second) {
    int members = groups.size(second);
    return members == 0 ? 0 : 1.0 / members;
  }

  /** Adds the values at these indices, all of one group; returns the sum of their squares. */
  private double add(TwoGroups groups, int[] plateau, int size) {
    double mean = Arrays.stream(plateau).mapToDouble(i -> groups.values()[i]).average().orElse(0);
    boolean second = groups.current()[plateau[0]];
    double weight = second ? share(groups, true) : -share(groups, false);
    double[] blocks = new double[parts.length];
    double squares = 0;
    for (int i : plateau) {
      double part = weight * (groups.values()[i] - mean);
      parts[i / size] += part;
      blocks[i / size] += weight;
      squares += part * part;
    }
    plateaus.add(new Weights(plateau.length, blocks));
    return squares;
  }

  Dependence dependence() {
    if (!(own > 0)) {
      return Dependence.none(values);
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
      return Dependence.none(values);
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
    return plateaus.stream().mapToDouble(it -> lag(it.blocks, lag) / it.values).sum() / shares;
  }

  private double takenFromOwn() {
    return plateaus.stream().mapToDouble(Neighbours::takenFromOwn).sum() / shares;
  }

  private static double takenFromOwn(Weights of) {
    double weight = Arrays.stream(of.blocks).sum() / of.values;
    return weight * weight;
  }
}
