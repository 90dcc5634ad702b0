package io.heddle.core.replay;

import java.util.Arrays;

/** How long the runs of a workflow last; percentiles by nearest rank. */
public record Spread(double meanMs, double p50Ms, double p95Ms) {
  static Spread of(double[] runsMs) {
    double[] sorted = runsMs.clone();
    Arrays.sort(sorted);
    return new Spread(
        Arrays.stream(sorted).average().orElse(0), rank(sorted, 0.50), rank(sorted, 0.95));
  }

  private static double rank(double[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
  }
}
