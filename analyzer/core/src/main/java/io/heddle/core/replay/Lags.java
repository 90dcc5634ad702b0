package io.heddle.core.replay;

import java.util.Arrays;

/** From the starts and ends of one slot to the starts of another, in ns. */
final class Lags {
  private static final int FEWEST = 20;

  /** A third of the variance less. */
  private static final double MORE_REGULAR = 0.8;

  private static final double FEW = 0.01;

  /** Of a normal distribution, one in a hundred lies 3.4 times as far below as one in four. */
  private static final int LONGEST_TAIL = 5;

  private long[] sinceStart = new long[8];
  private long[] sinceEnd = new long[8];
  private int size;

  /** Those since the end in order, as far as they were asked for. */
  private long[] ordered = {};

  void add(long fromStart, long duration) {
    if (size == sinceStart.length) {
      sinceStart = Arrays.copyOf(sinceStart, size * 2);
      sinceEnd = Arrays.copyOf(sinceEnd, size * 2);
    }
    sinceStart[size] = fromStart;
    sinceEnd[size++] = fromStart - duration;
  }

  int size() {
    return size;
  }

  /**
   * Whether the end tells the start that comes after it, and not the start alone; one that comes
   * far too early now and then follows something else as well.
   */
  boolean follow() {
    if (size < FEWEST) {
      return false;
    }
    long[] lags = ordered();
    long median = lags[size / 2];
    return spread(lags) <= MORE_REGULAR * spread(sorted(sinceStart))
        && median - early(lags) <= LONGEST_TAIL * (median - lags[size / 4]);
  }

  /** Between the quartiles of what lies between an end and a start. */
  long spread() {
    return spread(ordered());
  }

  /** An overlap twice as far from the middle as that which one in a hundred exceeds; 0 for none. */
  long explained() {
    long[] lags = ordered();
    return early(lags) < 0 ? lags[size / 2] - 2 * early(lags) : 0;
  }

  private long early(long[] sorted) {
    return sorted[(int) (FEW * size)];
  }

  private long spread(long[] sorted) {
    return sorted[3 * size / 4] - sorted[size / 4];
  }

  private long[] ordered() {
    if (ordered.length != size) {
      ordered = sorted(sinceEnd);
    }
    return ordered;
  }

  private long[] sorted(long[] values) {
    long[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    return sorted;
  }
}
