package io.heddle.core.replay;

/**
 * Draws with replacement by SplitMix64 (Steele and others, OOPSLA 2014): the numbers of {@code
 * java.util.SplittableRandom}, whatever a later JDK makes of those, and without a call for each.
 * Not thread-safe.
 */
final class Draws {
  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  Draws(long seed) {
    state = seed;
  }

  /** The sum of as many values as there are, each drawn from all. */
  double sum(double[] values) {
    int bound = values.length;
    double sum = 0;
    for (int i = 0; i < bound; i++) {
      sum += values[below(bound)];
    }
    return sum;
  }

  private int below(int bound) {
    int most = bound - 1;
    int bits = next();
    if ((bound & most) == 0) {
      return bits & most;
    }
    int positive = bits >>> 1;
    int drawn = positive % bound;
    while (positive + most - drawn < 0) {
      positive = next() >>> 1;
      drawn = positive % bound;
    }
    return drawn;
  }

  private int next() {
    state += GAMMA;
    long mixed = (state ^ (state >>> 33)) * 0x62a9d9ed799705f5L;
    return (int) (((mixed ^ (mixed >>> 28)) * 0xcb24d0a5c88c35b3L) >>> 32);
  }
}
