package io.heddle.core.comparison;

import io.heddle.core.comparison.Sides.Side;
import java.util.DoubleSummaryStatistics;

/** The runs with one value of an attribute. Not thread-safe. */
final class Stratum {
  private final String value;
  private final DoubleSummaryStatistics base = new DoubleSummaryStatistics();
  private final DoubleSummaryStatistics current = new DoubleSummaryStatistics();
  private double baseSquares;
  private double currentSquares;

  Stratum(String value) {
    this.value = value;
  }

  void add(Side side) {
    double ms = side.run().durationMs();
    (side.current() ? current : base).accept(ms);
    if (side.current()) {
      currentSquares += ms * ms;
    } else {
      baseSquares += ms * ms;
    }
  }

  String value() {
    return value;
  }

  long baseRuns() {
    return base.getCount();
  }

  long currentRuns() {
    return current.getCount();
  }

  /** Of a value that is new, what it takes now: the difference is that it occurs. */
  double baseMs() {
    return (base.getCount() == 0 ? current : base).getAverage();
  }

  double currentMs() {
    return (current.getCount() == 0 ? base : current).getAverage();
  }

  /** Squared standard error of the change of the mean. */
  double squaredError() {
    return squaredError(base, baseSquares) + squaredError(current, currentSquares);
  }

  private static double squaredError(DoubleSummaryStatistics of, double squares) {
    double mean = of.getAverage();
    double runs = of.getCount();
    if (runs == 0) {
      return 0;
    }
    return Math.max(0, squares / runs - mean * mean) / Math.max(1, runs - 1);
  }
}
