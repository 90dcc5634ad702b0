package io.heddle.core.comparison;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Corrects p-values for how many were computed, so that the chance of any false positive in the
 * whole family stays below the level (Holm, Scandinavian Journal of Statistics 6, 1979).
 */
final class Holm {
  private Holm() {}

  /** Corrected p-values in the given order, each at most 1. */
  static double[] adjust(double... pValues) {
    int[] order =
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[pValues.length];
    double largest = 0;
    for (int rank = 0; rank < order.length; rank++) {
      largest = Math.max(largest, pValues[order[rank]] * (order.length - rank));
      adjusted[order[rank]] = Math.min(1, largest);
    }
    return adjusted;
  }
}
