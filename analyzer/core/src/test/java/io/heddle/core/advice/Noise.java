package io.heddle.core.advice;

import java.util.Random;

/**
 * How long things take in real systems: log-normal, with outliers, and with busy and quiet times
 * that last for many runs.
 */
final class Noise {
  private static final double MEMORY = 0.9;

  private final Random random;
  private final double spread;
  private final double outliers;
  private double load;

  /**
   * Noise of one run after the other.
   *
   * @param spread of the logarithm
   * @param outliers how many of all take four times as long
   */
  Noise(long seed, double spread, double outliers) {
    random = new Random(seed * 7_919 + 13);
    this.spread = spread;
    this.outliers = outliers;
  }

  /** Goes on to the next run, whose load is like that of the one before. */
  void next() {
    load = MEMORY * load + 0.03 * random.nextGaussian();
  }

  double ms(double median) {
    double tail = random.nextDouble() < outliers ? 4 : 1;
    return median * tail * Math.exp(load + spread * random.nextGaussian());
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  long any() {
    return random.nextLong();
  }
}
