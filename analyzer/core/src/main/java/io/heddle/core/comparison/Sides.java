package io.heddle.core.comparison;

import io.heddle.core.comparison.TestedWorkflow.FailureContrast;
import io.heddle.core.comparison.TestedWorkflow.Ticketed;
import io.heddle.core.dependence.TwoGroups;
import io.heddle.core.statistics.NodeKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Both groups of runs, side by side.
 *
 * @param inOrder the runs of both by start
 */
record Sides(List<Side> inOrder, Family family) {
  /** A run and its group. */
  record Side(RunTimes run, boolean current) {}

  static Sides of(List<RunTimes> base, List<RunTimes> current, Family family) {
    List<Side> sides = new ArrayList<>();
    base.forEach(run -> sides.add(new Side(run, false)));
    current.forEach(run -> sides.add(new Side(run, true)));
    sides.sort(Comparator.comparingLong(side -> side.run.startNs()));
    return new Sides(sides, family);
  }

  Ticketed<Contrast> durations() {
    return ticketed(contrast(inOrder, RunTimes::durationMs));
  }

  /** Path times: a run without the key spent nothing there. */
  <K> Map<K, Ticketed<Contrast>> paths(Function<RunTimes, Map<K, Double>> times) {
    Map<K, Ticketed<Contrast>> tests = new TreeMap<>();
    for (K key : keys(times)) {
      Contrast all = contrast(inOrder, run -> times.apply(run).getOrDefault(key, 0.0));
      tests.put(key, ticketed(all.or(amongThose(times, key))));
    }
    return tests;
  }

  /** The runs that spent time there: few may do so, but those much longer. */
  private <K> @Nullable Contrast amongThose(Function<RunTimes, Map<K, Double>> times, K key) {
    List<Side> known = having(times, key);
    return known.size() == inOrder.size() || isOneSided(known)
        ? null
        : contrast(known, run -> times.apply(run).getOrDefault(key, 0.0));
  }

  private <K> List<Side> having(Function<RunTimes, Map<K, Double>> times, K key) {
    return inOrder.stream().filter(side -> times.apply(side.run).containsKey(key)).toList();
  }

  private static boolean isOneSided(List<Side> sides) {
    return sides.stream().map(Side::current).distinct().count() < 2;
  }

  /** Execution times: a run without the key says nothing. */
  <K> Map<K, Ticketed<Contrast>> means(Function<RunTimes, Map<K, Double>> times) {
    Map<K, Ticketed<Contrast>> tests = new TreeMap<>();
    for (K key : keys(times)) {
      List<Side> known = having(times, key);
      if (!isOneSided(known)) {
        tests.put(key, ticketed(contrast(known, run -> times.apply(run).getOrDefault(key, 0.0))));
      }
    }
    return tests;
  }

  Map<NodeKey, Ticketed<FailureContrast>> failures() {
    Map<NodeKey, Ticketed<FailureContrast>> tests = new TreeMap<>();
    for (NodeKey node : keys(RunTimes::failures)) {
      Failures before = sum(node, false);
      Failures after = sum(node, true);
      int ticket = family.add(before.pValue(after));
      tests.put(node, new Ticketed<>(new FailureContrast(before, after), ticket));
    }
    return tests;
  }

  private Ticketed<Contrast> ticketed(Contrast contrast) {
    return new Ticketed<>(contrast, family.add(contrast.pValue()));
  }

  private static Contrast contrast(List<Side> sides, ToDoubleFunction<RunTimes> value) {
    double[] values = sides.stream().mapToDouble(side -> value.applyAsDouble(side.run)).toArray();
    boolean[] current = new boolean[values.length];
    for (int i = 0; i < current.length; i++) {
      current[i] = sides.get(i).current;
    }
    return Contrast.of(new TwoGroups(values, current));
  }

  private <K> Iterable<K> keys(Function<RunTimes, ? extends Map<K, ?>> times) {
    Map<K, Boolean> keys = new TreeMap<>();
    inOrder.forEach(side -> times.apply(side.run).keySet().forEach(key -> keys.put(key, true)));
    return keys.keySet();
  }

  private Failures sum(NodeKey node, boolean current) {
    return inOrder.stream()
        .filter(side -> side.current == current)
        .map(side -> side.run.failures().getOrDefault(node, Failures.NONE))
        .reduce(Failures.NONE, Failures::plus);
  }
}
