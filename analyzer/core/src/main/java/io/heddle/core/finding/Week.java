package io.heddle.core.finding;

import io.heddle.core.trend.Step;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Steps that the days of the week bring: a weekend's come again seven days later, in the same
 * direction and of like size.
 */
record Week(List<Step> steps, ToLongFunction<Step> startNs) {
  private static final long WEEK_NS = Duration.ofDays(7).toNanos();

  /** A step is found a few runs early or late. */
  private static final long NEAR_NS = Duration.ofHours(12).toNanos();

  private static final double LIKE = 0.5;

  /** Whether the step is one of them. */
  boolean brings(Step step) {
    return steps.stream().anyMatch(other -> weeksApart(step, other) && alike(step, other));
  }

  private boolean weeksApart(Step one, Step other) {
    long apart = Math.abs(startNs.applyAsLong(one) - startNs.applyAsLong(other));
    long beside = apart % WEEK_NS;
    return apart > WEEK_NS - NEAR_NS && Math.min(beside, WEEK_NS - beside) <= NEAR_NS;
  }

  private static boolean alike(Step one, Step other) {
    double change = one.after() - one.before();
    double again = other.after() - other.before();
    return change * again > 0 && Math.min(change / again, again / change) >= LIKE;
  }
}
