package io.heddle.core.comparison;

import io.heddle.core.comparison.Sides.Side;
import io.heddle.core.dependence.Dependence;
import io.heddle.core.dependence.TwoGroups;
import io.heddle.core.replay.Interval;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.inference.ChiSquareTest;

/**
 * All runs, divided by the values of one attribute, or by anything else that each of them has.
 *
 * @param values of the runs, in their order
 */
record Strata(String attribute, List<String> values, List<Stratum> strata, List<Side> sides) {
  /** Runs with a value in each group, so that their times can be compared. */
  private static final int FEWEST = 5;

  private static final double Z = 1.959964;

  static Strata of(String attribute, List<String> values, List<Side> sides) {
    Map<String, Stratum> byValue = new TreeMap<>();
    for (int i = 0; i < values.size(); i++) {
      byValue.computeIfAbsent(values.get(i), Stratum::new).add(sides.get(i));
    }
    return new Strata(attribute, values, List.copyOf(byValue.values()), sides);
  }

  /** Whether every value has runs enough in both groups. */
  boolean overlap() {
    return strata.stream().allMatch(it -> Math.min(it.baseRuns(), it.currentRuns()) >= FEWEST);
  }

  /** Whether any value has. */
  boolean meet() {
    return strata.stream().anyMatch(it -> Math.min(it.baseRuns(), it.currentRuns()) >= FEWEST);
  }

  /** That both groups have the same mix. */
  double pValue() {
    long[][] table =
        strata.stream()
            .map(it -> new long[] {it.baseRuns(), it.currentRuns()})
            .toArray(long[][]::new);
    return ChiSquareTest.withDefaults().test(table).getPValue();
  }

  double baseMs() {
    return sum(it -> base(it) * it.baseMs());
  }

  double mixMs() {
    return sum(it -> (current(it) - base(it)) * (it.baseMs() + it.currentMs()) / 2);
  }

  double mixError() {
    return Math.sqrt(sum(it -> square((current(it) - base(it)) / 2) * it.squaredError()));
  }

  Mix mix() {
    double within = sum(it -> weight(it) * (it.currentMs() - it.baseMs()));
    double error = Math.sqrt(sum(it -> square(weight(it)) * it.squaredError()));
    double reach = Z * error * Dependence.of(rests()).stretch();
    return new Mix(
        attribute,
        mixMs(),
        within,
        new Interval(within - reach, within + reach),
        strata.stream()
            .map(this::value)
            .sorted(Comparator.comparingDouble(it -> -Math.abs(it.shift())))
            .toList());
  }

  /** What the value of a run does not account for. */
  private TwoGroups rests() {
    Map<String, Stratum> byValue = new HashMap<>();
    strata.forEach(it -> byValue.put(it.value(), it));
    double[] rests = new double[sides.size()];
    boolean[] current = new boolean[rests.length];
    for (int i = 0; i < rests.length; i++) {
      Side side = sides.get(i);
      Stratum of = byValue.get(values.get(i));
      current[i] = side.current();
      rests[i] =
          side.run().durationMs() - (of == null ? 0 : current[i] ? of.currentMs() : of.baseMs());
    }
    return new TwoGroups(rests, current);
  }

  private Mix.Value value(Stratum of) {
    return new Mix.Value(of.value(), base(of), current(of), of.baseMs(), of.currentMs());
  }

  private double weight(Stratum of) {
    return (base(of) + current(of)) / 2;
  }

  private double base(Stratum of) {
    return of.baseRuns() / (double) strata.stream().mapToLong(Stratum::baseRuns).sum();
  }

  private double current(Stratum of) {
    return of.currentRuns() / (double) strata.stream().mapToLong(Stratum::currentRuns).sum();
  }

  private double sum(ToDoubleFunction<Stratum> part) {
    return strata.stream().mapToDouble(part).sum();
  }

  private static double square(double value) {
    return value * value;
  }
}
