package io.heddle.core.dependence;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.ranking.NaturalRanking;

/**
 * Two groups of values in the order in which all of them came about. Immutable.
 *
 * @param values of both groups
 * @param current which of them belong to the second group
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
public record TwoGroups(double[] values, boolean[] current) {

  /** One group after the other. */
  public static TwoGroups inTurn(double[] base, double[] current) {
    double[] values = new double[base.length + current.length];
    boolean[] second = new boolean[values.length];
    System.arraycopy(base, 0, values, 0, base.length);
    System.arraycopy(current, 0, values, base.length, current.length);
    Arrays.fill(second, base.length, second.length, true);
    return new TwoGroups(values, second);
  }

  /**
   * Two-sided p-value that both groups are alike: Mann-Whitney U, corrected for values that
   * resemble those before them on their {@link Plateaus}; 1 when all values are equal.
   */
  public double pValue() {
    return pValue(ranks -> Dependence.of(ranks, this));
  }

  /** The same for groups that were found by looking for a difference. */
  public double pValueOfChosen() {
    return pValue(Dependence::ofChosen);
  }

  private double pValue(Function<TwoGroups, Dependence> dependence) {
    double first = values[0];
    if (Arrays.stream(values).allMatch(it -> it == first)) {
      return 1;
    }
    TwoGroups ranks = new TwoGroups(new NaturalRanking().apply(values), current);
    double independent = MannWhitneyUTest.withDefaults().test(of(false), of(true)).getPValue();
    return dependence.apply(ranks).pValue(independent);
  }

  /** The same values, those from the index on as the second group. */
  public TwoGroups splitAt(int index) {
    return inTurn(
        Arrays.copyOfRange(values, 0, index), Arrays.copyOfRange(values, index, values.length));
  }

  /** How many values one group has. */
  int size(boolean second) {
    int size = 0;
    for (boolean here : current) {
      size += here == second ? 1 : 0;
    }
    return size;
  }

  /** The values of one group, in order. */
  public double[] of(boolean second) {
    return IntStream.range(0, values.length)
        .filter(i -> current[i] == second)
        .mapToDouble(i -> values[i])
        .toArray();
  }

  /** The mean of the second group less that of the first. */
  public double difference() {
    return mean(of(true)) - mean(of(false));
  }

  /** The mean; 0 of nothing. */
  public static double mean(double[] of) {
    return Arrays.stream(of).average().orElse(0);
  }
}
