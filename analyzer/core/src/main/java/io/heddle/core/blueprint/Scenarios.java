package io.heddle.core.blueprint;

import io.heddle.core.blueprint.Choices.Decision;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The ways a run can go: all of them where they are few, else a fixed sample in which every single
 * decision has its outcomes in exact proportion (a Latin hypercube).
 */
final class Scenarios {
  /** How many ways are looked at at most in a definition of usual size. */
  static final int MOST = 512;

  private final List<Decision> decisions;
  private final boolean all;
  private final int size;

  /** For each decision the strata in a shuffled order; empty when all ways are looked at. */
  private final int[][] strata;

  Scenarios(List<Decision> decisions, int most) {
    this.decisions = decisions;
    long ways = 1;
    for (Decision decision : decisions) {
      ways = Math.min(most + 1L, ways * decision.probabilities().size());
    }
    all = ways <= most;
    size = all ? (int) ways : most;
    strata = new int[all ? 0 : decisions.size()][];
    for (int i = 0; i < strata.length; i++) {
      strata[i] = shuffled(i);
    }
  }

  int size() {
    return size;
  }

  /**
   * Outcomes of one way, one a decision.
   *
   * @return how likely it is; 0 for one that is never gone
   */
  double draw(int way, int[] outcomes) {
    double likely = all ? 1 : 1.0 / size;
    int rest = way;
    for (int i = 0; i < outcomes.length; i++) {
      List<Double> probabilities = decisions.get(i).probabilities();
      if (all) {
        outcomes[i] = rest % probabilities.size();
        rest /= probabilities.size();
        likely *= probabilities.get(outcomes[i]);
      } else {
        outcomes[i] = outcome(probabilities, (strata[i][way] + 0.5) / size);
      }
    }
    return likely;
  }

  private static int outcome(List<Double> probabilities, double at) {
    double sum = 0;
    for (int i = 0; i < probabilities.size(); i++) {
      sum += probabilities.get(i);
      if (at < sum) {
        return i;
      }
    }
    return probabilities.size() - 1;
  }

  private int[] shuffled(int decision) {
    return IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.comparingLong(i -> mixed((long) decision * MOST + i)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
  private static long mixed(long value) {
    long z = (value + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
