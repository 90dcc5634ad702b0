package io.heddle.core.advice;

import io.heddle.core.replay.Interval;
import io.heddle.core.statistics.Cost;
import org.jspecify.annotations.Nullable;

/**
 * What a recommendation would save per run, computed by replay (time) or by a price table (money).
 *
 * @param meanMs of a mean run; 0 when only money is saved
 * @param percent of the workflow's mean run
 * @param intervalMs of {@code meanMs}
 * @param money null when no money is saved
 */
public record Saving(double meanMs, double percent, Interval intervalMs, @Nullable Money money) {

  /**
   * Money saved per run.
   *
   * @param percent of what the workflow's mean run costs
   * @param interval of the amount
   */
  public record Money(Cost cost, double percent, Interval interval) {}

  /** A saving of money alone. */
  static Saving of(Money money) {
    return new Saving(0, 0, new Interval(0, 0), money);
  }

  /** The time alone. */
  public Saving ofTime() {
    return new Saving(meanMs, percent, intervalMs, null);
  }

  /** The larger of both shares, of time and of money: what ranks unlike savings. */
  double largestPercent() {
    return money == null ? percent : Math.max(percent, money.percent);
  }
}
