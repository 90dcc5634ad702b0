package io.heddle.benchmarks.woven;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Bursts of calls, each with the burst of clock readings before it. Not thread-safe. */
final class Pairs {
  private static final double MEDIAN = 0.5;
  private static final double QUIET = 0.1;

  /**
   * Two bursts in a row.
   *
   * @param floorNs of the clock readings
   * @param callsNs of the calls
   */
  record Pair(long floorNs, long callsNs) {}

  private final List<Pair> pairs = new ArrayList<>();

  void add(long floorNs, long callsNs) {
    pairs.add(new Pair(floorNs, callsNs));
  }

  /** Forgets all. */
  void clear() {
    pairs.clear();
  }

  List<Pair> all() {
    return pairs;
  }

  /** The ratios that {@link Rows} tells of. */
  String ratios() {
    return "%s; %s; %s"
        .formatted(
            ratio("mean", this::mean),
            ratio("median", of -> quantile(of, MEDIAN)),
            ratio("p10", of -> quantile(of, QUIET)));
  }

  private String ratio(String what, ToDoubleFunction<ToDoubleFunction<Pair>> figure) {
    double calls = figure.applyAsDouble(Pair::callsNs);
    double floor = figure.applyAsDouble(Pair::floorNs);
    return String.format(
        Locale.ROOT,
        "%s %.1f / %.1f ns = %.3f",
        what,
        calls / Calls.BURST,
        floor / Calls.BURST,
        calls / floor);
  }

  private double mean(ToDoubleFunction<Pair> of) {
    return pairs.stream().mapToDouble(of).average().orElse(Double.NaN);
  }

  private double quantile(ToDoubleFunction<Pair> of, double quantile) {
    double[] sorted = pairs.stream().mapToDouble(of).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[(int) (quantile * (sorted.length - 1))];
  }
}
