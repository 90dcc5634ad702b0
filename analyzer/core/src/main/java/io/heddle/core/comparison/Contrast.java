package io.heddle.core.comparison;

import io.heddle.core.replay.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * One quantity in both groups, one value a run, in milliseconds.
 *
 * @param pValue that both groups are alike; not corrected
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Contrast(double[] base, double[] current, double pValue) {
  private static final int RESAMPLES = 1_000;

  static Contrast of(double[] base, double[] current) {
    return new Contrast(base, current, pValue(base, current));
  }

  /** Mann-Whitney U; 1 when all values are equal. */
  private static double pValue(double[] base, double[] current) {
    double first = base[0];
    boolean constant =
        Arrays.stream(base).allMatch(v -> v == first)
            && Arrays.stream(current).allMatch(v -> v == first);
    return constant ? 1 : MannWhitneyUTest.withDefaults().test(base, current).getPValue();
  }

  double meanDelta() {
    return mean(current) - mean(base);
  }

  Delta delta(boolean holds, Thresholds thresholds) {
    double shift = HodgesLehmann.shift(base, current);
    boolean matters =
        thresholds.matters(meanDelta(), mean(base)) || thresholds.matters(shift, mean(base));
    return new Delta(meanDelta(), shift, interval(thresholds.seed()), holds && matters);
  }

  /** Percentile bootstrap of the difference of means. */
  private Interval interval(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] deltas = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      deltas[i] = resampledMean(current, random) - resampledMean(base, random);
    }
    Arrays.sort(deltas);
    return new Interval(deltas[RESAMPLES / 40], deltas[RESAMPLES - 1 - RESAMPLES / 40]);
  }

  private static double resampledMean(double[] values, SplittableRandom random) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[random.nextInt(values.length)];
    }
    return sum / values.length;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
