package io.heddle.weaver;

import io.heddle.recorder.settings.PauseLimits;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides from one reading a second whether recording must give way to the application: at once
 * when the heap is full after a collection, after five seconds when the processors are busy. It
 * resumes when both have been a tenth below their limits for five seconds. One thread at a time.
 */
final class CircuitBreaker {
  private static final int PATIENCE = 5;
  private static final double RELIEF = 0.9;

  private final PauseLimits limits;
  private int busy;
  private int calm;
  private @Nullable String reason;

  CircuitBreaker(PauseLimits limits) {
    this.limits = limits;
  }

  /**
   * One second has passed.
   *
   * @param heap how full the heap is, from 0 to 1
   * @param cpu how busy the processors are, from 0 to 1
   * @return why recording must pause, null if it need not
   */
  @Nullable String step(double heap, double cpu) {
    busy = isAbove(cpu, limits.cpu()) ? busy + 1 : 0;
    calm = isBelow(heap, limits.heap()) && isBelow(cpu, limits.cpu()) ? calm + 1 : 0;
    if (reason == null) {
      reason = cause(heap, cpu);
    } else if (calm >= PATIENCE) {
      reason = null;
    }
    return reason;
  }

  private @Nullable String cause(double heap, double cpu) {
    if (isAbove(heap, limits.heap())) {
      return told(
          "the heap is %.0f %% full after a collection (heddle.pause.heap=%d)",
          heap, limits.heap());
    }
    if (busy >= PATIENCE) {
      return told(
          "the process uses %.0f %% of the processors (heddle.pause.cpu=%d)", cpu, limits.cpu());
    }
    return null;
  }

  private static String told(String text, double share, int limit) {
    return String.format(Locale.ROOT, text, 100 * share, limit);
  }

  private static boolean isAbove(double share, int limit) {
    return 100 * share > limit;
  }

  private static boolean isBelow(double share, int limit) {
    return 100 * share < RELIEF * limit || limit == 100;
  }
}
