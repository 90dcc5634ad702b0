package io.heddle.report.html;

import io.heddle.runs.Execution;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Maps time to the breadth of a chart.
 *
 * @param fromNs at the left edge
 * @param toNs at the right edge, after the left one
 */
record TimeAxis(long fromNs, long toNs, double left, double right) {
  private static final int TICKS = 8;

  static TimeAxis of(List<Row> rows, double left, double right) {
    long from = rows.stream().map(Row::execution).mapToLong(Execution::startNs).min().orElse(0);
    long to = rows.stream().map(Row::execution).mapToLong(Execution::endNs).max().orElse(0);
    return new TimeAxis(from, Math.max(to, from + 1), left, right);
  }

  double x(long ns) {
    long inside = Math.max(fromNs, Math.min(toNs, ns));
    return left + (right - left) * ((double) (inside - fromNs) / (double) (toNs - fromNs));
  }

  /** Round distances from the left edge: 1, 2 or 5 of some power of ten apart. */
  long[] ticks() {
    long step = step((toNs - fromNs) / TICKS);
    return LongStream.iterate(0, at -> at <= toNs - fromNs, at -> at + step).toArray();
  }

  private static long step(long atLeast) {
    long power = 1;
    while (power * 10 <= atLeast) {
      power *= 10;
    }
    for (long factor : new long[] {1, 2, 5}) {
      if (factor * power >= atLeast) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
