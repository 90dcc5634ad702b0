package io.heddle.core.finding;

import io.heddle.core.statistics.NodeKey;
import io.heddle.core.trend.Confirmation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Nodes that step against all the others, seen or not in their own times, which the load moves as
 * well. Who steps furthest is taken first, and then no longer speaks for the others: else those
 * would seem to step the other way.
 *
 * @param steps of each such node, in times that the load is taken out of
 * @param climate without them
 */
record Standouts(Map<NodeKey, List<Movement>> steps, Climate climate) {

  static Standouts of(List<Series> series, Climate climate, Confirmation demands) {
    Map<NodeKey, List<Movement>> steps = new TreeMap<>();
    Climate rest = climate;
    List<Movement> furthest = furthest(series, rest, demands);
    while (!furthest.isEmpty()) {
      steps.put(furthest.get(0).series().node(), furthest);
      rest = climate.without(steps.keySet());
      furthest = furthest(series, rest, demands);
    }
    return new Standouts(steps, rest);
  }

  /** The steps of the node with the largest. */
  private static List<Movement> furthest(
      List<Series> series, Climate climate, Confirmation demands) {
    Leaves leaves = climate.leaves();
    return series.parallelStream()
        .flatMap(it -> Stream.ofNullable(leaves.calmed(it)))
        .map(it -> it.movements(demands).stream().filter(step -> !step.isDrift()).toList())
        .filter(found -> !found.isEmpty())
        .max(Comparator.comparingDouble(Standouts::size))
        .orElse(List.of());
  }

  private static double size(List<Movement> steps) {
    return steps.stream().mapToDouble(Movement::share).max().orElse(0);
  }

  /**
   * What is no climate. A node that stands out and moves in its own times as well is told by those,
   * but its drift may be that of all.
   */
  List<Movement> own(List<Movement> movements) {
    boolean together = movements.stream().anyMatch(it -> !climate.isOwn(it));
    List<Movement> own = new ArrayList<>();
    Set<NodeKey> told = new HashSet<>();
    for (Movement movement : movements) {
      boolean standsOut = steps.containsKey(movement.series().node());
      if (standsOut ? !(movement.isDrift() && together) : climate.isOwn(movement)) {
        own.add(movement);
        told.add(movement.series().node());
      }
    }
    steps.forEach((node, found) -> own.addAll(told.contains(node) ? List.of() : found));
    return own;
  }
}
