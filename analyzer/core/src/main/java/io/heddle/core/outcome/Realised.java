package io.heddle.core.outcome;

import io.heddle.core.comparison.Delta;
import io.heddle.core.replay.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What a mean run really became faster by, in milliseconds; negative when it became slower.
 *
 * @param savedMs difference of the means
 * @param shiftMs Hodges-Lehmann, robust
 * @param intervalMs of {@code savedMs}
 * @param significant as the comparison of both groups judged it, among all that it tested
 * @param money what a mean run became cheaper by; null when time was promised
 */
public record Realised(
    double savedMs,
    double shiftMs,
    Interval intervalMs,
    boolean significant,
    @Nullable Paid money) {
  /** A change of time alone. */
  public Realised(double savedMs, double shiftMs, Interval intervalMs, boolean significant) {
    this(savedMs, shiftMs, intervalMs, significant, null);
  }

  /** What was promised: time in milliseconds, or money. */
  public Figure happened() {
    return money == null
        ? new Figure(savedMs, intervalMs)
        : new Figure(money.saved(), money.interval());
  }

  Realised with(Paid paid) {
    return new Realised(savedMs, shiftMs, intervalMs, significant, paid);
  }

  static Realised of(Delta delta) {
    return new Realised(
        0 - delta.meanMs(), 0 - delta.shiftMs(), delta.interval().negated(), delta.significant());
  }
}
