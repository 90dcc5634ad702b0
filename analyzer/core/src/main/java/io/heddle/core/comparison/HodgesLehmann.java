package io.heddle.core.comparison;

import java.util.Arrays;

/**
 * The shift between two samples: the median of all differences between a current and a base value
 * (Hodges and Lehmann, Annals of Mathematical Statistics 34, 1963).
 */
final class HodgesLehmann {
  /*
   * The k-th smallest of the n x m differences is the smallest x with at least k differences <= x.
   * It is found by bisection over the doubles themselves, in their order as integers: at most 64
   * counts, each O(n + m) over the sorted samples; the differences are never stored.
   */
  private final double[] base;
  private final double[] current;

  private HodgesLehmann(double[] base, double[] current) {
    this.base = base;
    this.current = current;
  }

  /** Both samples hold at least one value, none of them NaN. */
  static double shift(double[] base, double[] current) {
    double[] a = base.clone();
    double[] b = current.clone();
    Arrays.sort(a);
    Arrays.sort(b);
    HodgesLehmann differences = new HodgesLehmann(a, b);
    long pairs = (long) a.length * b.length;
    double upper = differences.smallest(pairs / 2 + 1);
    return pairs % 2 == 1 ? upper : (differences.smallest(pairs / 2) + upper) / 2;
  }

  private double smallest(long rank) {
    long low = ordered(current[0] - base[base.length - 1]);
    long high = ordered(current[current.length - 1] - base[0]);
    while (low < high) {
      long middle = low + ((high - low) >>> 1);
      if (countUpTo(value(middle)) >= rank) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return value(low);
  }

  private long countUpTo(double difference) {
    long count = 0;
    int from = base.length;
    for (double value : current) {
      while (from > 0 && value - base[from - 1] <= difference) {
        from--;
      }
      while (from < base.length && value - base[from] > difference) {
        from++;
      }
      count += base.length - from;
    }
    return count;
  }

  /** An integer that orders like the double. */
  private static long ordered(double value) {
    long bits = Double.doubleToLongBits(value + 0.0);
    return bits < 0 ? Long.MIN_VALUE - bits : bits;
  }

  private static double value(long ordered) {
    return Double.longBitsToDouble(ordered < 0 ? Long.MIN_VALUE - ordered : ordered);
  }
}
