package io.heddle.core.finding;

import io.heddle.core.statistics.NodeKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How busy each run was by all nodes that have none below them. All are sorted once for a run,
 * since each of many nodes is held against the others.
 */
final class Leaves {
  private static final int FEWEST_OTHERS = 2;

  private final Map<NodeKey, Map<Integer, Double>> multiples;
  private final Map<Integer, double[]> sorted = new HashMap<>();

  /**
   * @param multiples by node and position of the run: how long it took, as a multiple of its median
   */
  Leaves(Map<NodeKey, Map<Integer, Double>> multiples) {
    this.multiples = multiples;
    Map<Integer, List<Double>> all = new HashMap<>();
    for (Map<Integer, Double> of : multiples.values()) {
      of.forEach((run, value) -> all.computeIfAbsent(run, unseen -> new ArrayList<>()).add(value));
    }
    all.forEach((run, values) ->
        sorted.put(run, values.stream().mapToDouble(Double::doubleValue).sorted().toArray()));
  }

  /**
   * How long a node would have taken had everything always been as busy as usual; null where there
   * are too few others to tell, and for a node that has others below it.
   */
  @Nullable Series calmed(Series series) {
    Map<Integer, Double> own = multiples.get(series.node());
    if (!series.isOfNode() || own == null) {
      return null;
    }
    Points calm = series.points().dividedBy(run -> others(run, own.getOrDefault(run, 1.0)));
    Series calmed = new Series(series.node(), "node against the others", calm);
    return calmed.isLongEnough() ? calmed : null;
  }

  /** The median of all of a run but one; not a number where those are too few. */
  private double others(int run, double own) {
    double[] all = sorted.getOrDefault(run, new double[0]);
    int others = all.length - 1;
    if (others < FEWEST_OTHERS) {
      return Double.NaN;
    }
    int skipped = Arrays.binarySearch(all, own);
    double upper = all[skip(others / 2, skipped)];
    return others % 2 == 1 ? upper : (upper + all[skip(others / 2 - 1, skipped)]) / 2;
  }

  private static int skip(int place, int skipped) {
    return place < skipped ? place : place + 1;
  }
}
