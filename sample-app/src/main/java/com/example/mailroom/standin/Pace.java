package com.example.mailroom.standin;

import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a service lets its callers wait: log-normal around a median, as services are, but never
 * more than three times the median. Thread-safe.
 */
final class Pace {
  private static final double SPREAD = 0.25;
  private static final double LIMIT = 3;

  private final Random random;
  private final double medianNanos;

  Pace(double medianMillis, long seed) {
    this.medianNanos = medianMillis * 1e6;
    this.random = new Random(seed);
  }

  void hold() {
    double factor = Math.min(LIMIT, Math.exp(SPREAD * random.nextGaussian()));
    long end = System.nanoTime() + (long) (medianNanos * factor);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
