package io.heddle.core.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlateausTest {
  private static final int SETS = 300;

  @Test
  void anIncidentThatBeginsWithinAGroup_isAPlateau() {
    double[] current = noisy(300, 1);
    times(current, 80, 300, 6);

    assertThat(lengths(noisy(200, 2), current)).containsExactly(200, 80, 220);
  }

  @Test
  void anIncidentThatComesAndGoes_isAPlateauBetweenTwo() {
    double[] base = noisy(300, 1);
    times(base, 100, 160, 4);

    List<Integer> lengths = lengths(base, noisy(50, 2));
    assertThat(lengths).hasSize(4);
    assertThat(lengths.get(0)).isBetween(95, 105);
    assertThat(lengths.get(0) + lengths.get(1)).isBetween(155, 165);
    assertThat(lengths.get(3)).isEqualTo(50);
  }

  @Test
  void noiseAndSmallSteps_areNoPlateaus() {
    double[] current = noisy(300, 1);
    times(current, 150, 300, 1.3);

    assertThat(lengths(noisy(300, 2), current)).containsExactly(300, 300);
    assertThat(lengths(new double[] {1, 2, 3}, new double[0])).containsExactly(3);
  }

  /** The runs of both groups stand in one row, those of a canary between the others. */
  @Test
  void groupsThatTakeTurns_haveTheirOwn() {
    double[] values = noisy(400, 1);
    times(values, 200, 400, 5);
    boolean[] current = new boolean[400];
    for (int i = 0; i < 400; i++) {
      current[i] = i % 2 == 1;
    }
    List<int[]> plateaus = Plateaus.of(new TwoGroups(values, current)).members();

    assertThat(plateaus).extracting(it -> it.length).containsExactly(100, 100, 100, 100);
    assertThat(plateaus.get(1)).startsWith(200, 202);
    assertThat(plateaus.get(3)).startsWith(201, 203);
  }

  @Test
  void aLoadThatLasts_isNone() {
    int cut = 0;
    for (int seed = 0; seed < SETS; seed++) {
      cut += lengths(loaded(seed, 200, 0.95), loaded(seed + SETS, 200, 0.95)).size() > 2 ? 1 : 0;
    }
    System.out.printf("plateaus in %d of %d sets under lasting load%n", cut, SETS);
    assertThat(cut).isLessThan(SETS / 50);
  }

  private static List<Integer> lengths(double[] base, double[] current) {
    return Plateaus.of(TwoGroups.inTurn(base, current)).members().stream()
        .map(it -> it.length)
        .toList();
  }

  private static double[] noisy(int length, int seed) {
    Random random = new Random(seed);
    double[] values = new double[length];
    Arrays.setAll(values, i -> 100 * Math.exp(0.2 * random.nextGaussian()));
    return values;
  }

  private static double[] loaded(int seed, int length, double memory) {
    Random random = new Random(seed);
    double[] values = new double[length];
    double load = random.nextGaussian();
    for (int i = 0; i < length; i++) {
      values[i] = 100 * Math.exp(0.4 * load + 0.1 * random.nextGaussian());
      load = memory * load + Math.sqrt(1 - memory * memory) * random.nextGaussian();
    }
    return values;
  }

  private static void times(double[] values, int from, int to, double factor) {
    for (int i = from; i < to; i++) {
      values[i] *= factor;
    }
  }
}
