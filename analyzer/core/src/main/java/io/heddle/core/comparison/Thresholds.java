package io.heddle.core.comparison;

/**
 * When a difference is worth a word.
 *
 * @param level family-wise, over everything a report tests
 * @param minEffect relative to the base
 * @param minDifferenceMs absolute
 * @param seed of the bootstrap
 */
public record Thresholds(double level, double minEffect, double minDifferenceMs, long seed) {
  public static final Thresholds DEFAULTS = new Thresholds(0.01, 0.05, 1, 20_261_121);

  public Thresholds {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must lie between 0 and 1, is " + level);
    }
  }

  public Thresholds withLevel(double newLevel) {
    return new Thresholds(newLevel, minEffect, minDifferenceMs, seed);
  }

  /** Whether a change of so much of the base is worth a word. */
  public boolean matters(double changeMs, double baseMs) {
    double size = Math.abs(changeMs);
    return size >= minDifferenceMs && size >= minEffect * baseMs;
  }
}
