package io.heddle.core.outcome;

import io.heddle.core.statistics.NodeKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.statistics.inference.ChiSquareTest;

/**
 * How two groups of runs divide into ways through a workflow.
 *
 * @param pValue that both divide alike
 * @param moved the share of runs that would have to go another way to divide alike
 */
record PathMix(double pValue, double moved) {
  /** Ways that fewer runs take are one, so that the test's approximation holds. */
  private static final int FEWEST = 10;

  static PathMix of(List<Set<NodeKey>> base, List<Set<NodeKey>> current) {
    Map<Set<NodeKey>, long[]> counts = new HashMap<>();
    base.forEach(path -> count(counts, path, 0));
    current.forEach(path -> count(counts, path, 1));
    long[][] table = pooled(counts.values());
    return new PathMix(pValue(table), moved(table, base.size(), current.size()));
  }

  private static void count(Map<Set<NodeKey>, long[]> counts, Set<NodeKey> path, int group) {
    counts.computeIfAbsent(path, none -> new long[2])[group]++;
  }

  private static long[][] pooled(Collection<long[]> ways) {
    long[] others = new long[2];
    for (long[] way : ways) {
      if (way[0] + way[1] < FEWEST) {
        others[0] += way[0];
        others[1] += way[1];
      }
    }
    List<long[]> rows =
        new ArrayList<>(ways.stream().filter(way -> way[0] + way[1] >= FEWEST).toList());
    if (others[0] + others[1] > 0) {
      rows.add(others);
    }
    return rows.toArray(long[][]::new);
  }

  private static double pValue(long[][] table) {
    return table.length < 2 ? 1 : ChiSquareTest.withDefaults().test(table).getPValue();
  }

  private static double moved(long[][] table, double base, double current) {
    double apart = 0;
    for (long[] way : table) {
      apart += Math.abs(way[0] / base - way[1] / current);
    }
    return apart / 2;
  }
}
