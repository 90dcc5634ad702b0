package io.heddle.core.outcome;

import io.heddle.core.comparison.Delta;
import io.heddle.core.replay.Interval;

/**
 * What a mean run really became faster by, in milliseconds; negative when it became slower.
 *
 * @param savedMs difference of the means
 * @param shiftMs Hodges-Lehmann, robust
 * @param intervalMs of {@code savedMs}
 * @param significant as the comparison of both groups judged it, among all that it tested
 */
public record Realised(double savedMs, double shiftMs, Interval intervalMs, boolean significant) {
  static Realised of(Delta delta) {
    return new Realised(
        0 - delta.meanMs(), 0 - delta.shiftMs(), delta.interval().negated(), delta.significant());
  }
}
