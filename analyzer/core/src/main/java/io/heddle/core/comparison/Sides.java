package io.heddle.core.comparison;

import io.heddle.core.comparison.TestedWorkflow.FailureContrast;
import io.heddle.core.comparison.TestedWorkflow.Ticketed;
import io.heddle.core.statistics.NodeKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Both groups of runs, side by side. */
record Sides(List<RunTimes> base, List<RunTimes> current, Family family) {

  Ticketed<Contrast> durations() {
    return tested(
        base.stream().mapToDouble(RunTimes::durationMs).toArray(),
        current.stream().mapToDouble(RunTimes::durationMs).toArray());
  }

  /** Path times: a run without the key spent nothing there. */
  <K> Map<K, Ticketed<Contrast>> paths(Function<RunTimes, Map<K, Double>> times) {
    Map<K, Ticketed<Contrast>> tests = new TreeMap<>();
    for (K key : keys(times)) {
      tests.put(key, tested(orZero(base, times, key), orZero(current, times, key)));
    }
    return tests;
  }

  /** Execution times: a run without the key says nothing. */
  <K> Map<K, Ticketed<Contrast>> means(Function<RunTimes, Map<K, Double>> times) {
    Map<K, Ticketed<Contrast>> tests = new TreeMap<>();
    for (K key : keys(times)) {
      double[] before = known(base, times, key);
      double[] after = known(current, times, key);
      if (before.length > 0 && after.length > 0) {
        tests.put(key, tested(before, after));
      }
    }
    return tests;
  }

  Map<NodeKey, Ticketed<FailureContrast>> failures() {
    Map<NodeKey, Ticketed<FailureContrast>> tests = new TreeMap<>();
    for (NodeKey node : keys(RunTimes::failures)) {
      Failures before = sum(base, node);
      Failures after = sum(current, node);
      int ticket = family.add(before.pValue(after));
      tests.put(node, new Ticketed<>(new FailureContrast(before, after), ticket));
    }
    return tests;
  }

  private Ticketed<Contrast> tested(double[] before, double[] after) {
    Contrast contrast = Contrast.of(before, after);
    return new Ticketed<>(contrast, family.add(contrast.pValue()));
  }

  private <K> Iterable<K> keys(Function<RunTimes, ? extends Map<K, ?>> times) {
    Map<K, Boolean> keys = new TreeMap<>();
    base.forEach(run -> times.apply(run).keySet().forEach(key -> keys.put(key, true)));
    current.forEach(run -> times.apply(run).keySet().forEach(key -> keys.put(key, true)));
    return keys.keySet();
  }

  private static <K> double[] orZero(
      List<RunTimes> runs, Function<RunTimes, Map<K, Double>> times, K key) {
    return runs.stream().mapToDouble(run -> times.apply(run).getOrDefault(key, 0.0)).toArray();
  }

  private static <K> double[] known(
      List<RunTimes> runs, Function<RunTimes, Map<K, Double>> times, K key) {
    return runs.stream()
        .filter(run -> times.apply(run).containsKey(key))
        .mapToDouble(run -> times.apply(run).getOrDefault(key, 0.0))
        .toArray();
  }

  private static Failures sum(List<RunTimes> runs, NodeKey node) {
    return runs.stream()
        .map(run -> run.failures().getOrDefault(node, Failures.NONE))
        .reduce(Failures.NONE, Failures::plus);
  }
}
