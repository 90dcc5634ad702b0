package io.heddle.core.finding;

import io.heddle.runs.Run;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Durations in run after run, as columns: runs that have none are left out. Not thread-safe. */
final class Points {
  private final List<Run> runs;
  private double[] ms = new double[16];
  private int[] positions = new int[16];
  private long executions;
  private int size;

  /**
   * @param runs all of them, by start
   */
  Points(List<Run> runs) {
    this.runs = runs;
  }

  /**
   * Adds what a run says.
   *
   * @param meanMs of so many executions in it
   */
  void add(int position, double meanMs, long count) {
    if (size == ms.length) {
      ms = Arrays.copyOf(ms, 2 * size);
      positions = Arrays.copyOf(positions, 2 * size);
    }
    ms[size] = meanMs;
    positions[size++] = position;
    executions += count;
  }

  /**
   * The same as multiples of something.
   *
   * @param unit by position of the run; runs of which it is not a number are left out
   */
  Points dividedBy(IntToDoubleFunction unit) {
    Points divided = new Points(runs);
    for (int i = 0; i < size; i++) {
      double one = ms[i] / unit.applyAsDouble(positions[i]);
      if (Double.isFinite(one)) {
        divided.add(positions[i], one, 0);
      }
    }
    divided.executions = Math.round(executions() * divided.size);
    return divided;
  }

  int size() {
    return size;
  }

  double ms(int index) {
    return ms[index];
  }

  double[] ms() {
    return Arrays.copyOf(ms, size);
  }

  double meanMs() {
    return Arrays.stream(ms, 0, size).average().orElse(0);
  }

  /** Executions in a mean run that has any. */
  double executions() {
    return (double) executions / size;
  }

  /** Place of the run among all runs. */
  int position(int index) {
    return positions[index];
  }

  Run run(int index) {
    return runs.get(positions[index]);
  }
}
