package io.heddle.core.trend;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a series does over time: it steps, or it drifts, or neither. Where both tests speak, what
 * lies closer to the points is told: a slope looks like stairs, and a step like a slope.
 *
 * @param steps ascending
 * @param drift significant and large enough to matter; null when there is none
 */
public record Trend(List<Step> steps, @Nullable Drift drift) {
  /** Shorter series have no room for two regimes. */
  public static final int FEWEST_POINTS = 2 * Confirmation.SHORTEST_REGIME;

  /** Longer series are searched for steps on medians of equal blocks. */
  private static final int MOST_POINTS = 2_000;

  public Trend {
    steps = List.copyOf(steps);
  }

  /**
   * The trend of a series.
   *
   * @param demands what steps and drift have to meet; its number of series counts all tests
   */
  public static Trend of(double[] series, Confirmation demands) {
    List<Step> steps = steps(series, demands);
    Drift drift = drift(series, demands);
    if (drift == null || steps.isEmpty()) {
      return new Trend(steps, drift);
    }
    boolean stairs = distance(series, steps) <= distance(series, drift);
    return stairs ? new Trend(steps, null) : new Trend(List.of(), drift);
  }

  private static List<Step> steps(double[] series, Confirmation demands) {
    Blocks blocks = Blocks.of(series, MOST_POINTS);
    double[] values = blocks.medians();
    List<ChangePoint> confirmed = demands.of(values, ChangePoints.DEFAULTS.of(values));
    Regimes regimes = regimes(values, confirmed.stream().mapToInt(ChangePoint::index));
    return IntStream.range(0, confirmed.size())
        .mapToObj(i -> step(regimes, i, blocks.size(), demands.pValue(regimes, i)))
        .toList();
  }

  private static Step step(Regimes regimes, int position, int blockSize, double pValue) {
    double before = Median.of(regimes.values(position));
    double after = Median.of(regimes.values(position + 1));
    return new Step(regimes.cuts()[position] * blockSize, before, after, pValue);
  }

  private static Regimes regimes(double[] values, IntStream cuts) {
    return new Regimes(values, cuts.toArray());
  }

  private static @Nullable Drift drift(double[] series, Confirmation demands) {
    if (Drift.excluded(series, demands.level(), demands.series())) {
      return null;
    }
    Drift drift = Drift.of(series);
    double start = Median.of(series) - drift.change() / 2;
    boolean holds =
        drift.significant(demands.level(), demands.series())
            && demands.matters(drift.change(), start);
    return holds ? drift : null;
  }

  /** Sum of the distances from the medians of the regimes. */
  private static double distance(double[] series, List<Step> steps) {
    Regimes regimes = regimes(series, steps.stream().mapToInt(Step::index));
    double sum = 0;
    for (int r = 0; r < regimes.count(); r++) {
      sum += spread(regimes.values(r));
    }
    return sum;
  }

  /** Sum of the distances from the slope. */
  private static double distance(double[] series, Drift drift) {
    double[] level = series.clone();
    Arrays.setAll(level, i -> series[i] - drift.slope() * i);
    return spread(level);
  }

  private static double spread(double[] values) {
    double median = Median.of(values);
    return Arrays.stream(values).map(v -> Math.abs(v - median)).sum();
  }
}
