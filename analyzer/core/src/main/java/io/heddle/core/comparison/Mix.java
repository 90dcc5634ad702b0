package io.heddle.core.comparison;

import io.heddle.core.replay.Interval;
import java.util.List;

/**
 * Both groups hold other runs: a value of an attribute of the root became more or less frequent,
 * and runs with it take another time. The run's change is then two things, which sum to it
 * (Kitagawa, Journal of the American Statistical Association 50, 1955).
 *
 * @param attribute of the root
 * @param mixMs what the other mix alone does to the mean run
 * @param withinMs what runs of the same value changed by, in the mean mix of both groups
 * @param withinIntervalMs 95 % interval of {@code withinMs}
 * @param values the largest change of share first
 */
public record Mix(
    String attribute,
    double mixMs,
    double withinMs,
    Interval withinIntervalMs,
    List<Value> values) {
  public Mix {
    values = List.copyOf(values);
  }

  /**
   * Whether the mix accounts for what happened in a direction: runs of the same value did not
   * change that way for certain, or by less than the mix did.
   *
   * @param sign 1 for slower, -1 for faster
   */
  public boolean explains(int sign) {
    double certain = sign > 0 ? withinIntervalMs.low() : -withinIntervalMs.high();
    return certain <= 0 || sign * mixMs >= sign * withinMs;
  }

  /**
   * A value of the attribute.
   *
   * @param base fraction of the runs of the base
   * @param current fraction of the current runs
   * @param baseMs mean run with it in the base
   * @param currentMs mean current run with it
   */
  public record Value(String value, double base, double current, double baseMs, double currentMs) {
    double shift() {
      return current - base;
    }
  }
}
