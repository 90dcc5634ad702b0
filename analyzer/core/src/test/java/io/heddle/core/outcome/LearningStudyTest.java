package io.heddle.core.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.advice.Saving;
import io.heddle.core.replay.Interval;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whether learning helps, on seeded outcomes whose bias is known. {@code -Dheddle.study.sets} sets
 * how many sets are drawn; the figures stand in docs/analysis-figures.md.
 */
class LearningStudyTest {
  private static final int SETS = Integer.getInteger("heddle.study.sets", 300);

  /**
   * What learning did over all sets.
   *
   * @param before mean distance of an estimate from the truth, in shares of an honest estimate
   * @param after the same, corrected
   * @param touched in how many sets the mean was changed
   * @param covered how many corrected intervals hold the truth
   */
  private record Study(double before, double after, int touched, int covered) {
    static Study of(int outcomes, double bias, double luck) {
      double before = 0;
      double after = 0;
      int touched = 0;
      int covered = 0;
      for (int seed = 0; seed < SETS; seed++) {
        Random random = new Random(seed * 31L + outcomes);
        List<Outcome> past = Past.outcomes(outcomes, bias, luck, random);
        Correction correction = Correction.of(List.of(new Correction.Scope("rule", past)));
        Saving said = around(1 + luck * random.nextGaussian(), luck);
        Saving corrected = correction == null ? said : correction.applied(said);
        before += Math.abs(said.meanMs() - bias);
        after += Math.abs(corrected.meanMs() - bias);
        touched += corrected.meanMs() == said.meanMs() ? 0 : 1;
        covered += holds(corrected.intervalMs(), bias) ? 1 : 0;
      }
      Study study = new Study(before / SETS, after / SETS, touched, covered);
      System.out.printf("%d outcomes, bias %.1f, luck %.2f: %s%n", outcomes, bias, luck, study);
      return study;
    }

    private static Saving around(double mean, double luck) {
      double reach = Ratios.Z * luck;
      return new Saving(mean, 10, new Interval(mean - reach, mean + reach), null);
    }

    private static boolean holds(Interval interval, double value) {
      return interval.low() <= value && value <= interval.high();
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 0.5, 0.1", "10, 0.7, 0.1", "20, 0.7, 0.15", "20, 1.5, 0.15", "50, 0.8, 0.1"})
  void biasedPromises_comeCloser(int outcomes, double bias, double luck) {
    Study study = Study.of(outcomes, bias, luck);
    assertThat(study.after()).isLessThan(0.65 * study.before());
    assertThat(study.covered()).isGreaterThan((int) (0.88 * SETS));
  }

  @ParameterizedTest
  @CsvSource({"10, 0.1", "10, 0.2", "20, 0.15", "50, 0.1"})
  void honestPromises_stayAsTheyAre(int outcomes, double luck) {
    Study study = Study.of(outcomes, 1, luck);
    assertThat(study.touched()).isLessThanOrEqualTo((int) (0.09 * SETS));
    assertThat(study.after()).isLessThan(1.03 * study.before());
    assertThat(study.covered()).isGreaterThan((int) (0.91 * SETS));
  }

  @Test
  void nineOutcomes_changeNothingWhateverTheBias() {
    assertThat(Study.of(9, 0.3, 0.1).touched()).isZero();
  }

  @Test
  void threeWildOutcomesInTen_doNotDecide() {
    Random random = new Random(7);
    List<Outcome> past = Past.outcomes(14, 0.6, 0.05, random);
    for (int i = 0; i < 4; i++) {
      past.set(i, Past.outcome(i, "parallel", 30, 40, 0.05));
    }
    assertThat(Ratios.of(past).centre()).isBetween(0.5, 0.75);
  }
}
