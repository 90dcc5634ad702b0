package io.heddle.core.finding;

import io.heddle.core.dependence.TwoGroups;
import io.heddle.core.statistics.NodeKey;
import io.heddle.core.trend.Drift;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How busy everything was in each run. A node whose time only goes with that of all the others has
 * not changed: the run as a whole has.
 */
final class Climate {
  /** The others have to be so many to speak for everything. */
  private static final int FEWEST_OTHERS = 2;

  /** For one movement that other tests have found. */
  private static final double LEVEL = 0.01;

  private final Ancestry ancestry;

  /** By position of the run: how long the node took, as a multiple of its median. */
  private final Map<NodeKey, Map<Integer, Double>> leaves;

  private Climate(Ancestry ancestry, Map<NodeKey, Map<Integer, Double>> leaves) {
    this.ancestry = ancestry;
    this.leaves = leaves;
  }

  static Climate of(List<Series> series, Ancestry ancestry) {
    Map<NodeKey, Map<Integer, Double>> leaves = new HashMap<>();
    Set<NodeKey> above = new HashSet<>();
    series.forEach(it -> above.addAll(ancestry.above(it.node())));
    series.stream()
        .filter(it -> it.isOfNode() && !above.contains(it.node()))
        .forEach(it -> leaves.put(it.node(), relative(it)));
    return new Climate(ancestry, leaves);
  }

  private static Map<Integer, Double> relative(Series series) {
    double median = median(series.points().ms());
    Map<Integer, Double> relative = new HashMap<>();
    Points points = series.points();
    for (int i = 0; i < points.size(); i++) {
      relative.put(points.position(i), median > 0 ? points.ms(i) / median : 1);
    }
    return relative;
  }

  /** Whether the node moved against the others; always so for a run, and where they are too few. */
  boolean isOwn(Movement movement) {
    Series series = movement.series();
    List<Map<Integer, Double>> others = others(series.node());
    if (!series.isOfNode() || others.size() < FEWEST_OTHERS) {
      return true;
    }
    double[] before = against(others, series.points(), movement.from(), movement.index());
    double[] after = against(others, series.points(), movement.index(), movement.to());
    boolean together = movement.changeMs() * (median(after) - median(before)) > 0;
    return Math.min(before.length, after.length) < Series.SHORTEST
        || (together && pValue(movement, before, after) <= LEVEL);
  }

  /** The same when some nodes do not speak for everything. */
  Climate without(Set<NodeKey> nodes) {
    Map<NodeKey, Map<Integer, Double>> rest = new HashMap<>(leaves);
    rest.keySet().removeAll(nodes);
    return new Climate(ancestry, rest);
  }

  /** What the nodes below which there is nothing say of each run. */
  Leaves leaves() {
    return new Leaves(leaves);
  }

  private static double pValue(Movement movement, double[] before, double[] after) {
    TwoGroups groups = TwoGroups.inTurn(before, after);
    return movement.isDrift() ? Drift.of(groups.values()).pValue() : groups.pValueOfChosen();
  }

  private List<Map<Integer, Double>> others(NodeKey node) {
    Set<NodeKey> above = ancestry.above(node);
    return leaves.entrySet().stream()
        .filter(it -> !it.getKey().equals(node) && !above.contains(it.getKey()))
        .filter(it -> !ancestry.above(it.getKey()).contains(node))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static double[] against(
      List<Map<Integer, Double>> others, Points points, int from, int to) {
    return IntStream.range(from, to)
        .mapToDouble(i -> points.ms(i) / median(at(points.position(i), others)))
        .filter(Double::isFinite)
        .toArray();
  }

  private static double[] at(int position, List<Map<Integer, Double>> others) {
    return others.stream()
        .filter(it -> it.containsKey(position))
        .mapToDouble(it -> it.getOrDefault(position, 1.0))
        .toArray();
  }

  /** Not a number when there is no value. */
  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
