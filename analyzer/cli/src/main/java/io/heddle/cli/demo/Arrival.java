package io.heddle.cli.demo;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Waits until nothing more arrives. */
public final class Arrival {
  private static final Duration QUIET = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Arrival() {}

  /** Returns once {@code count} has stood still for a moment, or after ten seconds. */
  public static void await(LongSupplier count) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (long before = -1; count.getAsLong() != before && System.nanoTime() < deadline; ) {
      before = count.getAsLong();
      Thread.sleep(QUIET.toMillis());
    }
  }
}
