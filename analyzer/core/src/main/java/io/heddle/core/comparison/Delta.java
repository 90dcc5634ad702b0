package io.heddle.core.comparison;

import io.heddle.core.replay.Interval;

/**
 * How one quantity changed from base to current.
 *
 * @param meanMs difference of the means; the deltas of a run's causes sum to the run's
 * @param shiftMs Hodges-Lehmann: the median over all pairs of the difference; robust
 * @param interval 95 % interval of {@code meanMs}
 * @param significant holds at the report's level over everything tested, and is large enough to
 *     matter
 */
public record Delta(double meanMs, double shiftMs, Interval interval, boolean significant) {

  /** Whether it is significant, or its interval leaves out that nothing changed. */
  boolean isApartFromNone() {
    return significant || interval.low() > 0 || interval.high() < 0;
  }
}
