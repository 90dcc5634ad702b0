package io.heddle.core.replay;

/**
 * A closed range that holds the true value with 95 % confidence; its unit is its owner's.
 *
 * @param low never above {@code high}
 */
public record Interval(double low, double high) {
  private static final double Z = 1.96;

  public Interval {
    if (low > high) {
      throw new IllegalArgumentException("interval from " + low + " to " + high);
    }
  }

  /**
   * The score interval of a share (Wilson, JASA 22, 1927).
   *
   * @param of how many there were; 0 leaves any share possible
   */
  public static Interval ofShare(long hits, long of) {
    if (of == 0) {
      return new Interval(0, 1);
    }
    double share = (double) hits / of;
    double centre = share + Z * Z / (2 * of);
    double reach = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
    double scale = 1 + Z * Z / of;
    return new Interval(
        Math.max(0, (centre - reach) / scale), Math.min(1, (centre + reach) / scale));
  }

  /** Both ends moved away from a centre by a factor of at least 1. */
  Interval stretched(double centre, double factor) {
    return factor == 1
        ? this
        : new Interval(centre - factor * (centre - low), centre + factor * (high - centre));
  }

  /** The same of what is left over a centre. */
  Interval around(double centre) {
    return new Interval(low - centre, high - centre);
  }

  /**
   * The interval of a value that another one, independent of it, moves too.
   *
   * @param other of the other one's deviation
   * @param share of the deviation that reaches this value
   */
  Interval widened(double centre, Interval other, double share) {
    return new Interval(
        centre - Math.hypot(centre - low, share * other.low),
        centre + Math.hypot(high - centre, share * other.high));
  }

  /** The interval of the negated value. */
  public Interval negated() {
    return new Interval(0 - high, 0 - low);
  }
}
