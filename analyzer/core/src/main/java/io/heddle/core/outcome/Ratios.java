package io.heddle.core.outcome;

import io.heddle.core.replay.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** Realised by promised savings of several outcomes, of which there is at least one. */
final class Ratios {
  /** Standard deviations that half of a 95 % interval holds. */
  static final double Z = 1.959964;

  /** Standard deviations of a normal distribution in its median absolute deviation. */
  private static final double MAD = 1.4826;

  private final double[] values;
  private final double explained;
  private final double[] pairs;

  private Ratios(double[] values, double explained) {
    this.values = values;
    this.explained = explained;
    pairs = pairs(values);
  }

  static Ratios of(List<Outcome> outcomes) {
    double[] variances = outcomes.stream().mapToDouble(Outcome::ratioVariance).toArray();
    return new Ratios(
        outcomes.stream().mapToDouble(Outcome::ratio).toArray(), median(sorted(variances)));
  }

  /** Means of all pairs, each value with itself too, ascending (Walsh averages). */
  private static double[] pairs(double[] values) {
    return IntStream.range(0, values.length)
        .mapToObj(i -> IntStream.rangeClosed(0, i).mapToDouble(j -> values[i] / 2 + values[j] / 2))
        .flatMapToDouble(it -> it)
        .sorted()
        .toArray();
  }

  /** The pseudo-median: three outcomes in ten may be anything (Hodges and Lehmann, 1963). */
  double centre() {
    return median(pairs);
  }

  /** The interval of the centre that inverts Wilcoxon's signed rank test; from six values on. */
  Interval interval() {
    double n = values.length;
    double mean = n * (n + 1) / 4;
    double deviation = Math.sqrt(n * (n + 1) * (2 * n + 1) / 24);
    int rank = (int) Math.max(0, Math.floor(mean - Z * deviation));
    return new Interval(pairs[rank], pairs[pairs.length - 1 - rank]);
  }

  /**
   * The centre, drawn towards what was believed before: all the way while the interval still holds
   * that, less and less the further it lies outside (Breiman's garrote, Technometrics 37, 1995).
   */
  double shrunkTo(double believed) {
    Interval interval = interval();
    if (interval.low() <= believed && believed <= interval.high()) {
      return believed;
    }
    double distance = centre() - believed;
    double reach = distance > 0 ? centre() - interval.low() : interval.high() - centre();
    double share = reach / Math.abs(distance);
    return believed + distance * (1 - share * share);
  }

  /**
   * Standard deviation of the ratios beyond what the intervals of promises and measurements account
   * for; 0 when a chi-square test at 5 % sees no more than that.
   */
  double spread() {
    double variance = scale() * scale();
    double degrees = values.length - 1;
    double highest = ChiSquaredDistribution.of(degrees).inverseSurvivalProbability(0.05) / degrees;
    return variance > explained * highest ? Math.sqrt(variance - explained) : 0;
  }

  private double scale() {
    double middle = median(sorted(values));
    return MAD * median(sorted(Arrays.stream(values).map(it -> Math.abs(it - middle)).toArray()));
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double median(double[] ascending) {
    int half = ascending.length / 2;
    return ascending.length % 2 == 1
        ? ascending[half]
        : ascending[half - 1] / 2 + ascending[half] / 2;
  }
}
