package io.heddle.core.dependence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class DependenceTest {
  private static final int SETS = 400;
  private static final int RUNS = 100;

  @Test
  void independentValues_saySoMuchAsTheyAre() {
    assertThat(typicalInflation(0)).isCloseTo(1, within(0.1));
  }

  /** (1 + 0.9) / (1 - 0.9) = 19 for values that remember nine tenths. */
  @Test
  void valuesThatRememberTheOneBefore_sayMuchLess() {
    assertThat(typicalInflation(0.9)).isBetween(10.0, 25.0);
  }

  @Test
  void equalValues_areNoReasonForDoubt() {
    double[] equal = new double[50];
    Arrays.fill(equal, 7);

    assertThat(Dependence.ofMean(equal).inflation()).isEqualTo(1);
    assertThat(Dependence.ofMean(3).inflation()).isEqualTo(1);
    assertThat(Dependence.ofMean().inflation()).isEqualTo(1);
    assertThat(TwoGroups.inTurn(equal, equal).pValue()).isEqualTo(1);
  }

  @Test
  void fewValues_widenAnInterval() {
    assertThat(Dependence.ofMean(1, -1, 2, -2).stretch()).isGreaterThan(2);
    assertThat(Dependence.ofMean(new Random(1).doubles(10_000).toArray()).stretch())
        .isCloseTo(1, within(0.1));
  }

  /** Independent tests find 133 and more differences in these 400 sets at 0.01. */
  @Test
  void twoTimesOfOneLoad_areSeldomTakenForDifferent() {
    assertThat(different(0.9, i -> i >= RUNS)).isLessThan(SETS * 6 / 100);
  }

  @Test
  void groupsThatTakeTurns_shareTheirLoad() {
    assertThat(different(0.9, i -> i % 2 == 0)).isLessThan(SETS * 2 / 100);
    assertThat(inflation(0.9, i -> i % 2 == 0)).isCloseTo(1, within(0.1));
  }

  /** Where load is reckoned with only when it is sure, 373 of 400 hold the truth. */
  @Test
  void intervals_holdTheTruthUnderALoadAmongOtherNoise() {
    int hold = 0;
    for (int seed = 0; seed < SETS; seed++) {
      TwoGroups groups = loaded(seed, 0.7);
      double half = 1.96 * standardError(groups) * Dependence.ofInterval(groups).stretch();
      hold += Math.abs(groups.difference()) <= half ? 1 : 0;
    }
    assertThat(hold).isGreaterThanOrEqualTo(SETS * 95 / 100);
  }

  @Test
  void intervalsOfIndependentValues_areMostlyLeftAsTheyAre() {
    int wider = 0;
    for (int seed = 0; seed < SETS; seed++) {
      wider += Dependence.ofInterval(loaded(seed, 0)).stretch() > 1.05 ? 1 : 0;
    }
    assertThat(wider).isLessThan(SETS * 3 / 10);
  }

  /** Two times of one load that is a third of the variance. */
  private static TwoGroups loaded(int seed, double memory) {
    Random random = new Random(seed);
    double[] values = series(random, RUNS, memory);
    double[] later = series(random, RUNS, memory);
    for (int i = 0; i < RUNS; i++) {
      values[i] += Math.sqrt(2) * random.nextGaussian();
      later[i] += Math.sqrt(2) * random.nextGaussian();
    }
    return TwoGroups.inTurn(values, later);
  }

  private static double standardError(TwoGroups groups) {
    double sum = 0;
    for (boolean second : new boolean[] {false, true}) {
      double[] group = groups.of(second);
      double mean = TwoGroups.mean(group);
      sum += Arrays.stream(group).map(it -> (it - mean) * (it - mean)).sum() / group.length / RUNS;
    }
    return Math.sqrt(sum);
  }

  @Test
  void longSeries_areLookedAtInBlocks() {
    double[] series = series(new Random(3), 50_000, 0.9);

    assertThat(Dependence.ofMean(series).inflation()).isBetween(15.0, 23.0);
  }

  private static int different(double memory, IntPredicate current) {
    int different = 0;
    for (int seed = 0; seed < SETS; seed++) {
      different += groups(seed, memory, current).pValue() <= 0.01 ? 1 : 0;
    }
    return different;
  }

  private static double typicalInflation(double memory) {
    return inflation(memory, i -> i >= RUNS);
  }

  private static double inflation(double memory, IntPredicate current) {
    double[] inflations = new double[SETS];
    Arrays.setAll(inflations, seed -> Dependence.of(groups(seed, memory, current)).inflation());
    Arrays.sort(inflations);
    return inflations[SETS / 2];
  }

  private static TwoGroups groups(int seed, double memory, IntPredicate current) {
    double[] values = series(new Random(seed), 2 * RUNS, memory);
    boolean[] second = new boolean[values.length];
    for (int i = 0; i < second.length; i++) {
      second[i] = current.test(i);
    }
    return new TwoGroups(values, second);
  }

  private static double[] series(Random random, int length, double memory) {
    double[] series = new double[length];
    double load = random.nextGaussian();
    for (int i = 0; i < length; i++) {
      series[i] = load;
      load = memory * load + Math.sqrt(1 - memory * memory) * random.nextGaussian();
    }
    return series;
  }
}
