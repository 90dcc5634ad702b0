package io.heddle.core.finding;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Durations in two groups, fast and slow: the threshold of minimum error for two normal
 * distributions of their logarithms (Kittler and Illingworth, Pattern Recognition 19, 1986).
 *
 * @param slow positions of the slow ones
 */
record Split(double fastMs, double slowMs, double limitMs, BitSet slow) {
  /** Of the items; smaller groups are a tail. */
  private static final double SMALLEST_SHARE = 0.05;

  private static final int SMALLEST = 10;

  /** Relative spread below which durations count as equal. */
  private static final double EQUAL = 0.02;

  /** Null when there are too few durations for two groups. */
  static @Nullable Split of(double[] ms) {
    double[] sorted = ms.clone();
    Arrays.sort(sorted);
    int least = Math.max(SMALLEST, (int) Math.ceil(SMALLEST_SHARE * ms.length));
    int cut = cut(sorted, least);
    if (cut < 0) {
      return null;
    }
    double limit = sorted[cut];
    BitSet slow = new BitSet();
    for (int i = 0; i < ms.length; i++) {
      slow.set(i, ms[i] >= limit);
    }
    return new Split(median(sorted, 0, cut), median(sorted, cut, sorted.length), limit, slow);
  }

  /** Position of the first slow one; -1 when no place leaves enough on both sides. */
  private static int cut(double[] sorted, int least) {
    Sums sums = new Sums(sorted);
    int best = -1;
    double bestError = Double.MAX_VALUE;
    for (int i = least; i <= sorted.length - least; i++) {
      double error = sums.error(0, i) + sums.error(i, sorted.length);
      if (sorted[i] > sorted[i - 1] && error < bestError) {
        best = i;
        bestError = error;
      }
    }
    return best;
  }

  private static double median(double[] sorted, int from, int to) {
    return sorted[(from + to - 1) / 2];
  }

  /** Running sums of the logarithms and their squares. */
  private static final class Sums {
    private final double[] first;
    private final double[] second;

    Sums(double[] sorted) {
      first = new double[sorted.length + 1];
      second = new double[sorted.length + 1];
      for (int i = 0; i < sorted.length; i++) {
        double log = Math.log(Math.max(sorted[i], 1e-6));
        first[i + 1] = first[i] + log;
        second[i + 1] = second[i] + log * log;
      }
    }

    double error(int from, int to) {
      double n = to - from;
      double share = n / (first.length - 1);
      double mean = (first[to] - first[from]) / n;
      double variance = (second[to] - second[from]) / n - mean * mean;
      double deviation = Math.sqrt(Math.max(variance, EQUAL * EQUAL));
      return share * (Math.log(deviation) - Math.log(share));
    }
  }
}
