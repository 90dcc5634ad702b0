package io.heddle.core.dependence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Parts of two groups, each of values that follow each other in one group, between which the level
 * changes by more than any load that comes and goes: before and after an incident, a release, a
 * service that went away. Found by binary segmentation of the ranks (Scott and Knott, Biometrics
 * 30, 1974); of the cuts those are taken back, the least sure first, that do not hold.
 *
 * @param members indices of the values of each
 */
record Plateaus(List<int[]> members) {
  /** Shorter ones are not told from noise. */
  private static final int SHORTEST = 20;

  /** Cuts tried in a group. */
  private static final int MOST_CUTS = 7;

  /** What the p-value of a cut may be at most: far from what chance and load give. */
  private static final double LEVEL = 1e-6;

  /** How many times as large the mean on one side is, at least. Load seldom does that. */
  private static final double RATIO = 1.5;

  /** Each group is one. */
  static Plateaus none(TwoGroups groups) {
    return new Plateaus(
        List.of(indices(groups, false), indices(groups, true)).stream()
            .filter(it -> it.length > 0)
            .toList());
  }

  static Plateaus of(TwoGroups groups) {
    List<int[]> found = new ArrayList<>();
    for (int[] group : none(groups).members) {
      double[] values = Arrays.stream(group).mapToDouble(i -> groups.values()[i]).toArray();
      int from = 0;
      for (int to : ends(values)) {
        found.add(Arrays.copyOfRange(group, from, to));
        from = to;
      }
    }
    return new Plateaus(found);
  }

  private static int[] indices(TwoGroups groups, boolean second) {
    return IntStream.range(0, groups.values().length)
        .filter(i -> groups.current()[i] == second)
        .toArray();
  }

  /** Where the plateaus of one group end. */
  private static NavigableSet<Integer> ends(double[] values) {
    NavigableSet<Integer> ends = new Segmentation(values, SHORTEST).ends(MOST_CUTS);
    for (Integer worst = worst(values, ends); worst != null; worst = worst(values, ends)) {
      ends.remove(worst);
    }
    return ends;
  }

  /** The cut that fails most clearly; null when all hold. */
  private static @Nullable Integer worst(double[] values, NavigableSet<Integer> ends) {
    Integer worst = null;
    double highest = LEVEL;
    int from = 0;
    for (int cut : ends.headSet(values.length)) {
      int to = Objects.requireNonNull(ends.higher(cut));
      double p = pValue(Arrays.copyOfRange(values, from, cut), Arrays.copyOfRange(values, cut, to));
      if (p > highest) {
        highest = p;
        worst = cut;
      }
      from = cut;
    }
    return worst;
  }

  private static double pValue(double[] before, double[] after) {
    double from = TwoGroups.mean(before);
    double to = TwoGroups.mean(after);
    boolean apart = Math.max(from, to) >= RATIO * Math.min(from, to);
    return apart ? TwoGroups.inTurn(before, after).pValueOfChosen() : 1;
  }
}
