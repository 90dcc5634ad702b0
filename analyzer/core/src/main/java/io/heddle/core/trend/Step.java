package io.heddle.core.trend;

/**
 * A confirmed change of a series' level.
 *
 * @param index of the first point of the new regime
 * @param before median of the regime before, in the series' unit
 * @param after median of the regime after, in the series' unit
 * @param pValue of the rank test between the regimes, corrected for everything tested
 */
public record Step(int index, double before, double after, double pValue) {

  /** The change relative to the level before; infinite from a level of 0. */
  public double magnitude() {
    return after / before - 1;
  }
}
