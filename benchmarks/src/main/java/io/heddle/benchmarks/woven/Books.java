package io.heddle.benchmarks.woven;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** Calls made and records taken, which must be as many in the end. Thread-safe. */
final class Books {
  private static final long SHORTEST_REST_NS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long WAKING_UP_NS = TimeUnit.MICROSECONDS.toNanos(50);
  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(5);

  private final LongAdder expected = new LongAdder();

  void expect(long records) {
    expected.add(records);
  }

  /** Rests, and goes on resting until the drain has taken what was recorded. */
  void await() {
    long deadline = System.nanoTime() + PATIENCE_NS;
    do {
      rest();
    } while (accounted() < expected.sum() && System.nanoTime() < deadline);
  }

  /**
   * In no step with the drain, whose sleeps are of 1 ms: it would meet each burst, or none. A core
   * that has just woken up is slow, so the burst follows when it has been awake for a moment.
   */
  private static void rest() {
    LockSupport.parkNanos(
        SHORTEST_REST_NS + ThreadLocalRandom.current().nextLong(SHORTEST_REST_NS));
    long awake = System.nanoTime() + WAKING_UP_NS;
    while (System.nanoTime() < awake) {
      Thread.onSpinWait();
    }
  }

  private static long accounted() {
    return (Long) Application.recorded() + (Long) Application.dropped();
  }

  /** Calls and records. */
  String close() {
    await();
    String told =
        "calls %d, recorded %s, dropped %s"
            .formatted(expected.sum(), Application.recorded(), Application.dropped());
    if (accounted() != expected.sum()) {
      throw new IllegalStateException("records are missing, or the agent is: " + told);
    }
    return told;
  }
}
