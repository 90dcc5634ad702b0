package io.heddle.core.dependence;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How much less the mean of values that follow each other says than that of as many independent
 * ones: load lasts for many runs, and a slow run comes with slow neighbours.
 *
 * @param inflation the variance of the mean, or of the difference of two means, as a multiple of
 *     what independent values would give it; at least 1
 * @param values how many there are
 * @param widest the inflation that an interval has to reckon with: what is seen of a load that
 *     lasts is always too short, since the means were estimated from the same values
 * @param freedom degrees of freedom of the variance that was estimated with the inflation
 */
public record Dependence(double inflation, int values, double widest, double freedom) {
  /** Two-sided 95 % of a normal distribution. */
  private static final double Z = 1.959964;

  /** Standard deviations of chance from which neighbours are taken for alike. */
  private static final double SURE = 2;

  /** The same where much speaks for it beforehand. */
  private static final double SUSPECTED = 1;

  /** The same for an interval: one that ignores load which lasts holds the truth half the time. */
  private static final double POSSIBLE = 0.5;

  /** With fewer an interval says nothing. */
  private static final double FEWEST_DEGREES = 1;

  /** A p-value that the normal distribution can still be inverted at. */
  private static final double SMALLEST = 1e-300;

  /** Of the mean of values in the order in which they came about. */
  public static Dependence ofMean(double... inOrder) {
    return ofChosen(new TwoGroups(inOrder, new boolean[inOrder.length]));
  }

  /** Of so many values that are independent. */
  public static Dependence none(int values) {
    return new Dependence(1, values, 1, values - 2.0);
  }

  /** Of the difference of the means of groups that were given. */
  public static Dependence of(TwoGroups groups) {
    return of(groups, SURE);
  }

  /** Of groups that were found by looking for a difference, as lasting load makes many. */
  public static Dependence ofChosen(TwoGroups groups) {
    return of(groups, SUSPECTED);
  }

  /** Of groups that were given, whose difference is told with an interval. */
  public static Dependence ofInterval(TwoGroups groups) {
    return of(groups, groups, POSSIBLE);
  }

  /** Of the ranks of groups that were given, which have their plateaus by their values. */
  static Dependence of(TwoGroups ranks, TwoGroups values) {
    return of(ranks, values, SURE);
  }

  private static Dependence of(TwoGroups groups, TwoGroups values, double noticed) {
    Dependence level = of(groups, noticed);
    return level.inflation == 1
        ? level
        : new Neighbours(groups, Plateaus.of(values), noticed).dependence();
  }

  private static Dependence of(TwoGroups groups, double noticed) {
    return new Neighbours(groups, Plateaus.none(groups), noticed).dependence();
  }

  /** The p-value of a test that took the values for independent, corrected. */
  public double pValue(double independent) {
    if (inflation == 1) {
      return independent;
    }
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double z = normal.inverseSurvivalProbability(Math.max(SMALLEST, independent) / 2);
    return Math.min(1, 2 * student().survivalProbability(z / Math.sqrt(inflation)));
  }

  /** What half of a 95 % interval drawn for independent values has to be multiplied with. */
  public double stretch() {
    TDistribution student = TDistribution.of(Math.max(FEWEST_DEGREES, freedom));
    return Math.sqrt(widest) * student.inverseSurvivalProbability(0.025) / Z;
  }

  /** Degrees of freedom: those of as many independent values as would say as much. */
  private TDistribution student() {
    return TDistribution.of(Math.max(1, values / inflation - 2));
  }
}
