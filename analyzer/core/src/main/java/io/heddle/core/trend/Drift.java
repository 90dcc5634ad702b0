package io.heddle.core.trend;

import io.heddle.core.dependence.Dependence;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A monotonic trend in a series: the Mann-Kendall test with corrections for ties and for
 * autocorrelation (of the ranks around the slope, as Hamed and Rao, Journal of Hydrology 204,
 * 1998), and the Theil-Sen slope.
 *
 * @param pValue two-sided
 * @param slope change per point, in the series' unit
 * @param points how many points the test saw
 */
public record Drift(double pValue, double slope, int points) {
  /** Fewer runs than this have no trend worth telling. */
  public static final int FEWEST_POINTS = 100;

  /** Longer series are tested on medians of equal blocks: both statistics are quadratic. */
  private static final int MOST_POINTS = 500;

  /**
   * The drift of a series of at least three points.
   *
   * @throws IllegalArgumentException for fewer
   */
  public static Drift of(double... series) {
    if (series.length < 3) {
      throw new IllegalArgumentException("a drift needs at least 3 points, got " + series.length);
    }
    Blocks blocks = Blocks.of(series, MOST_POINTS);
    double[] values = blocks.medians();
    double slope = slope(values);
    return new Drift(pValue(values, slope), slope / blocks.size(), series.length);
  }

  /**
   * Whether the series is too even for a drift, whatever its slope: autocorrelation, which the
   * slope is needed for, only makes a test less sure. Costs a tenth of {@link #of}.
   */
  static boolean excluded(double[] series, double level, int tests) {
    double[] values = Blocks.of(series, MOST_POINTS).medians();
    return series.length < FEWEST_POINTS
        || pValue(score(values), tieVariance(values)) * tests > level;
  }

  /** From the first point to the last, in the series' unit. */
  public double change() {
    return slope * (points - 1);
  }

  /** Enough points, and a p-value that holds after correction for {@code tests} tests. */
  public boolean significant(double level, int tests) {
    return points >= FEWEST_POINTS && pValue * tests <= level;
  }

  private static double slope(double[] values) {
    int n = values.length;
    double[] slopes = new double[n * (n - 1) / 2];
    int k = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[k++] = (values[j] - values[i]) / (j - i);
      }
    }
    return Median.of(slopes);
  }

  private static double pValue(double[] values, double slope) {
    double independent = pValue(score(values), tieVariance(values));
    return Dependence.ofMean(detrendedRanks(values, slope)).pValue(independent);
  }

  private static double pValue(double score, double variance) {
    double deviation = Math.sqrt(variance);
    if (score == 0 || deviation == 0) {
      return 1;
    }
    double z = (Math.abs(score) - 1) / deviation;
    return 2 * NormalDistribution.of(0, 1).survivalProbability(z);
  }

  /** Rising pairs less falling pairs. */
  private static double score(double[] values) {
    long score = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i + 1; j < values.length; j++) {
        score += (long) Math.signum(values[j] - values[i]);
      }
    }
    return score;
  }

  private static double tieVariance(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double variance = term(sorted.length);
    for (int i = 0, j; i < sorted.length; i = j) {
      for (j = i + 1; j < sorted.length && sorted[j] == sorted[i]; ) {
        j++;
      }
      variance -= term(j - i);
    }
    return variance / 18;
  }

  private static double term(double n) {
    return n * (n - 1) * (2 * n + 5);
  }

  private static double[] detrendedRanks(double[] values, double slope) {
    double[] rest = new double[values.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = values[i] - slope * i;
    }
    double[] sorted = rest.clone();
    Arrays.sort(sorted);
    double middle = (rest.length - 1) / 2.0;
    return Arrays.stream(rest).map(v -> Arrays.binarySearch(sorted, v) - middle).toArray();
  }
}
