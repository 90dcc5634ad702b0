package io.heddle.core.trend;

/**
 * A place in a series where its level changes.
 *
 * @param index of the first point of the new regime
 * @param pValue of the t-test between the regimes on both sides
 * @param meanBefore mean of the regime before, in the series' unit
 * @param meanAfter mean of the regime after, in the series' unit
 */
public record ChangePoint(int index, double pValue, double meanBefore, double meanAfter) {

  /** The larger of the relative changes forwards and backwards; a mean of 0 counts as none. */
  public double magnitude() {
    return Math.max(relative(meanBefore, meanAfter), relative(meanAfter, meanBefore));
  }

  private static double relative(double from, double to) {
    return from == 0 ? 0 : Math.abs(to / from - 1);
  }
}
