package io.heddle.core.trend;

import java.util.Arrays;

/**
 * A long series made short: the medians of blocks of equal size.
 *
 * @param size of a block; a rest that fills none is left out
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Blocks(double[] medians, int size) {

  /** The series itself when it has no more points than that. */
  static Blocks of(double[] series, int most) {
    int size = Math.max(1, (series.length + most - 1) / most);
    return size == 1 ? new Blocks(series, 1) : new Blocks(medians(series, size), size);
  }

  private static double[] medians(double[] series, int size) {
    double[] medians = new double[series.length / size];
    for (int i = 0; i < medians.length; i++) {
      medians[i] = Median.of(Arrays.copyOfRange(series, i * size, (i + 1) * size));
    }
    return medians;
  }
}
