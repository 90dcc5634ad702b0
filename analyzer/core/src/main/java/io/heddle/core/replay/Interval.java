package io.heddle.core.replay;

/**
 * A closed range that holds the true value with 95 % confidence; its unit is its owner's.
 *
 * @param low never above {@code high}
 */
public record Interval(double low, double high) {
  public Interval {
    if (low > high) {
      throw new IllegalArgumentException("interval from " + low + " to " + high);
    }
  }

  /** The interval of the negated value. */
  public Interval negated() {
    return new Interval(0 - high, 0 - low);
  }
}
