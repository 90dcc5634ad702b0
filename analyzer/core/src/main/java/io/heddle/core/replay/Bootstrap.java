package io.heddle.core.replay;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The 95 % interval of a mean by the percentile bootstrap, with a fixed seed. */
final class Bootstrap {
  private static final long SEED = 0x4845_4444_4c45L;
  private static final int RESAMPLES = 1_000;

  /** Draws in all; larger samples are drawn less often, but never less than 200 times. */
  private static final int BUDGET = 10_000_000;

  static Interval ofMean(double[] values) {
    int resamples = Math.max(200, Math.min(RESAMPLES, BUDGET / Math.max(1, values.length)));
    SplittableRandom random = new SplittableRandom(SEED);
    double[] means = new double[resamples];
    Arrays.setAll(means, i -> resample(values, random));
    Arrays.sort(means);
    return new Interval(
        means[(int) (0.025 * resamples)], means[(int) Math.ceil(0.975 * resamples) - 1]);
  }

  private static double resample(double[] values, SplittableRandom random) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[random.nextInt(values.length)];
    }
    return sum / values.length;
  }

  private Bootstrap() {}
}
