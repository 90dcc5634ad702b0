package io.heddle.core.outcome;

import io.heddle.core.replay.Interval;

/**
 * A saving of a mean run, in milliseconds or in a currency.
 *
 * @param interval 95 %
 */
public record Figure(double saved, Interval interval) {
  double reach() {
    return (interval.high() - interval.low()) / 2;
  }
}
