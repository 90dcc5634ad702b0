package io.heddle.core.finding;

import io.heddle.runs.Run;
import java.util.Arrays;
import java.util.List;

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

  int size() {
    return size;
  }

  double ms(int index) {
    return ms[index];
  }

  double[] ms() {
    return Arrays.copyOf(ms, size);
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
