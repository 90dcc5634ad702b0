package io.heddle.benchmarks.host;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * One thread's bursts: leaf and floor in turn, so that both see the same machine, and a pause after
 * each pair, so that an agent can hand over what it recorded. Confined to its thread.
 */
final class Bursts {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Job job = new Job();
  private final int calls;
  private final long pauseNs;
  private final double[] leafNs;
  private final double[] floorNs;
  private final double[] aroundNs;
  private long allocated;
  private long sum;

  /**
   * @param calls a burst
   * @param bursts how many of each are measured
   * @param pauseNs after each pair, spent waiting actively so that the caches stay as they are
   */
  Bursts(int calls, int bursts, long pauseNs) {
    this.calls = calls;
    this.pauseNs = pauseNs;
    this.leafNs = new double[bursts];
    this.floorNs = new double[bursts];
    this.aroundNs = new double[bursts];
  }

  void warmUp(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      pair(0);
    }
  }

  void measure() {
    for (int i = 0; i < leafNs.length; i++) {
      pair(i);
    }
  }

  private void pair(int index) {
    sum += job.floorBurst(calls);
    floorNs[index] = (double) job.insideNs() / calls;
    long before = THREADS.getCurrentThreadAllocatedBytes();
    long begin = System.nanoTime();
    sum += job.burst(calls);
    aroundNs[index] = System.nanoTime() - begin - job.insideNs();
    leafNs[index] = (double) job.insideNs() / calls;
    allocated += index == 0 ? 0 : THREADS.getCurrentThreadAllocatedBytes() - before;
    pause();
  }

  private void pause() {
    long end = System.nanoTime() + pauseNs;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  double leafNs(double quantile) {
    return at(leafNs, quantile);
  }

  double floorNs(double quantile) {
    return at(floorNs, quantile);
  }

  /** What lies around the calls: beginning and ending the burst's own span. */
  double aroundNs(double quantile) {
    return at(aroundNs, quantile);
  }

  double bytesPerCall() {
    return (double) allocated / ((leafNs.length - 1L) * calls);
  }

  long leafCalls() {
    return job.leafCalls();
  }

  /** Keeps the loops from being optimised away. */
  long checksum() {
    return sum + job.floorSpent();
  }

  private static double at(double[] values, double quantile) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) (quantile * (sorted.length - 1))];
  }
}
