package io.heddle.benchmarks.analysis;

import io.heddle.core.path.CriticalPath;
import io.heddle.core.path.Overlap;
import io.heddle.runs.Run;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Spans a second of the critical path alone, on one thread: {@code CriticalPaths [SPANS...]}. Runs
 * are in memory; every round takes as many of them as hold a million spans.
 */
public final class CriticalPaths {
  private static final List<String> SIZES = List.of("1000", "10000", "100000", "1000000");
  private static final int ROUND = 1_000_000;
  private static final int ROUNDS = 9;

  /** Measures the sizes that the arguments ask for. */
  public static void main(String[] arguments) {
    System.out.println("shape   order        spans   M spans/s (CPU), median of " + ROUNDS);
    for (String size : arguments.length == 0 ? SIZES : Arrays.asList(arguments)) {
      for (TraceShape shape : TraceShape.values()) {
        for (boolean shuffled : new boolean[] {false, true}) {
          measure(shape, Integer.parseInt(size), shuffled);
        }
      }
    }
  }

  private static void measure(TraceShape shape, int spans, boolean shuffled) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < Math.max(1, ROUND / spans); i++) {
      runs.add(shape.run(spans, i, shuffled));
    }
    double[] rates = new double[ROUNDS];
    Arrays.setAll(rates, unused -> rate(runs));
    Arrays.sort(rates);
    System.out.printf(
        Locale.ROOT,
        "%-7s %-8s %,9d %9.1f%n",
        shape.name().toLowerCase(Locale.ROOT),
        shuffled ? "shuffled" : "exported",
        spans,
        rates[ROUNDS / 2]);
  }

  /** Millions of spans in a second of CPU time. */
  private static double rate(List<Run> runs) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long spans = 0;
    for (Run run : runs) {
      spans += run.executions().size();
      if (CriticalPath.of(run, Overlap.TOLERANT).get(0).sections().isEmpty()) {
        throw new IllegalStateException("a run of some length has a path");
      }
    }
    return spans * 1e3 / (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
  }

  private CriticalPaths() {}
}
