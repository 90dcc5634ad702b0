package io.heddle.recorder.drain;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sleeps 5 ms after a step with much work, and twice as long after each further one: with little
 * work up to 20 ms, without any up to 125 ms, at most eight wake-ups a second when nothing happens.
 * The first sleep is a long one. {@link #wake} cuts a sleep short.
 */
public final class SleepingIdle implements IdleStrategy, Runnable {
  private static final long SHORTEST_NS = 5_000_000;
  private static final long LONGEST_AT_WORK_NS = 20_000_000;
  private static final long LONGEST_NS = 125_000_000;

  /** Below that a step has hardly been worth its waking up. */
  private static final int LITTLE = 1024;

  private final LongConsumer sleep;
  private long sleepNs = LONGEST_NS;

  /** Set only while sleeping. */
  private volatile @Nullable Thread sleeper;

  public SleepingIdle() {
    this.sleep = new Parking();
  }

  /**
   * For tests, which do not wait.
   *
   * @param sleep lets that many ns pass
   */
  SleepingIdle(LongConsumer sleep) {
    this.sleep = sleep;
  }

  /** No lambda: one of a shape of its own takes a start half a millisecond. */
  private static final class Parking implements LongConsumer {
    @Override
    public void accept(long ns) {
      LockSupport.parkNanos(this, ns);
    }
  }

  @Override
  public void idle(int work) {
    sleepNs = after(work);
    sleeper = Thread.currentThread();
    sleep.accept(sleepNs);
    Thread.interrupted(); // nobody stops us so; a set flag would keep us from ever sleeping again
    sleeper = null;
  }

  private long after(int work) {
    if (work >= DutyCycle.MUCH) {
      return SHORTEST_NS;
    }
    long next = work < LITTLE ? 2 * sleepNs : sleepNs;
    return Math.min(next, work > 0 ? LONGEST_AT_WORK_NS : LONGEST_NS);
  }

  /** As {@link #wake}, for rings that are half full. */
  @Override
  public void run() {
    wake();
  }

  /** Callable from any thread; a volatile read when nobody sleeps. */
  public void wake() {
    Thread asleep = sleeper;
    if (asleep != null) {
      sleeper = null;
      LockSupport.unpark(asleep);
    }
  }
}
