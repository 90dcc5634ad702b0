package io.heddle.core.comparison;

import io.heddle.core.replay.Bootstrap;
import java.util.Arrays;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * One quantity in both groups, one value a run, in milliseconds.
 *
 * @param pValue that both groups are alike; not corrected
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Contrast(double[] base, double[] current, double pValue) {
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
    return new Delta(
        meanDelta(),
        shift,
        new Bootstrap(thresholds.seed()).ofDifference(base, current),
        holds && matters);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
