package io.heddle.recorder;

import io.heddle.recorder.metrics.Histogram;

/** How long the last runs of a workflow took: tells which one is unusually slow. One thread. */
final class RunTimes {
  private static final int ENOUGH = 100;
  private static final int FORGOTTEN_AFTER = 10_000;
  private static final int ONE_IN = 100;

  private final Histogram times = new Histogram();

  /** Whether fewer than one in 100 of the runs before took as long; false for the first 100. */
  boolean isSlow(long durationNs) {
    long before = times.count();
    boolean slow = before >= ENOUGH && times.countFrom(durationNs) * ONE_IN < before;
    if (before >= FORGOTTEN_AFTER) {
      times.reset();
    }
    times.add(durationNs);
    return slow;
  }
}
