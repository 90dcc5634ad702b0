package io.heddle.recorder.otlp;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a request is sent again: exponentially longer, and not at the same moment
 * as everybody else.
 *
 * @param firstNs the first wait
 * @param attempts how often a request is sent at most
 */
record Backoff(long firstNs, int attempts) {
  /** Four retries after about 1, 2, 4 and 8 s. */
  static final Backoff STANDARD = new Backoff(TimeUnit.SECONDS.toNanos(1), 5);

  static final long GIVE_UP = -1;

  /** Nobody waits longer than this because a collector says so. */
  static final long LONGEST_NS = TimeUnit.MINUTES.toNanos(5);

  private static final double JITTER = 0.2;

  /**
   * The wait before the next attempt, or {@link #GIVE_UP}.
   *
   * @param failed attempts so far, from 1
   * @param askedNs how long the collector wants to be left alone
   */
  long delayNs(int failed, long askedNs, RandomGenerator random) {
    if (failed >= attempts) {
      return GIVE_UP;
    }
    double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
    long ownNs = (long) ((firstNs << (failed - 1)) * factor);
    return Math.min(LONGEST_NS, Math.max(ownNs, askedNs));
  }
}
