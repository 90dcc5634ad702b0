package io.heddle.recorder.drain;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sleeps 5 ms after a step with work, and twice as long after each further step without, up to 125
 * ms: at most eight wake-ups a second when nothing happens. The first sleep is a long one. {@link
 * #wake} cuts a sleep short.
 */
public final class SleepingIdle implements IdleStrategy {
  private static final long SHORTEST_NS = 5_000_000;
  private static final long LONGEST_NS = 125_000_000;

  private final LongConsumer sleep;
  private long sleepNs = LONGEST_NS;

  /** Set only while sleeping. */
  private volatile @Nullable Thread sleeper;

  public SleepingIdle() {
    this.sleep = ns -> LockSupport.parkNanos(this, ns);
  }

  /**
   * For tests, which do not wait.
   *
   * @param sleep lets that many ns pass
   */
  SleepingIdle(LongConsumer sleep) {
    this.sleep = sleep;
  }

  @Override
  public void idle(int work) {
    sleepNs = work > 0 ? SHORTEST_NS : Math.min(2 * sleepNs, LONGEST_NS);
    sleeper = Thread.currentThread();
    sleep.accept(sleepNs);
    Thread.interrupted(); // nobody stops us so; a set flag would keep us from ever sleeping again
    sleeper = null;
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
