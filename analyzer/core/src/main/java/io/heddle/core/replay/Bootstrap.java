package io.heddle.core.replay;

import io.heddle.core.dependence.Dependence;
import io.heddle.core.dependence.TwoGroups;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/**
 * 95 % intervals by the percentile bootstrap, stretched for values that resemble those before them
 * and for few values; equal seeds give equal intervals. Immutable.
 */
public final class Bootstrap {
  private static final long SEED = 0x4845_4444_4c45L;
  private static final int RESAMPLES = 1_000;

  /** Draws in all; larger samples are drawn less often, but never less than 200 times. */
  private static final int BUDGET = 10_000_000;

  private final long seed;

  public Bootstrap(long seed) {
    this.seed = seed;
  }

  /** The interval of the mean of values in the order of their runs, with a seed of its own. */
  public static Interval ofMean(double[] values) {
    return ofMean(values, Dependence.ofMean(values));
  }

  /**
   * The same where some values are low because they come first, and not for a load that lasts. How
   * many those are is one source of doubt, what the rest amounts to the other, and only the rest is
   * asked whether it resembles what was before. Where more than half come first, that is no
   * beginning, and all are asked.
   *
   * @param first positions of those that come first
   */
  static Interval ofMean(double[] values, BitSet first) {
    if (first.isEmpty() || 2 * first.cardinality() > values.length) {
      return ofMean(values);
    }
    double[] rest =
        IntStream.range(0, values.length)
            .filter(i -> !first.get(i))
            .mapToDouble(i -> values[i])
            .toArray();
    return ofMean(values, Dependence.none(values.length))
        .widened(
            TwoGroups.mean(values),
            ofMean(rest).around(TwoGroups.mean(rest)),
            (double) rest.length / values.length);
  }

  private static Interval ofMean(double[] values, Dependence dependence) {
    Draws random = new Draws(SEED);
    return new Bootstrap(SEED)
        .interval(values.length, () -> resampledMean(values, random))
        .stretched(TwoGroups.mean(values), dependence.stretch());
  }

  /** The interval of the mean of the second group minus that of the first. */
  public Interval ofDifference(TwoGroups groups) {
    Draws random = new Draws(seed);
    double[] base = groups.of(false);
    double[] current = groups.of(true);
    return interval(
            base.length + current.length,
            () -> resampledMean(current, random) - resampledMean(base, random))
        .stretched(groups.difference(), Dependence.ofInterval(groups).stretch());
  }

  private Interval interval(int draws, DoubleSupplier statistic) {
    int resamples = Math.max(200, Math.min(RESAMPLES, BUDGET / Math.max(1, draws)));
    double[] resampled = new double[resamples];
    Arrays.setAll(resampled, i -> statistic.getAsDouble());
    Arrays.sort(resampled);
    return new Interval(
        resampled[(int) (0.025 * resamples)], resampled[(int) Math.ceil(0.975 * resamples) - 1]);
  }

  private static double resampledMean(double[] values, Draws random) {
    return random.sum(values) / values.length;
  }
}
