package io.heddle.benchmarks.evidence;

import io.heddle.recorder.Execution;
import io.heddle.recorder.Lane;
import io.heddle.recorder.Node;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.Run;
import io.heddle.recorder.settings.Settings;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Records nodes of one kind with the settings of its process, and prints what one cost. */
final class EvidenceProgram {
  private static final long REST_NS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Work work;
  private final Recorder recorder = Recorder.create(Settings.load());
  private final Node node = recorder.workflow("benchmark", "evidence", null).node("node", "code");
  private final Run run = recorder.beginRun(node.workflow());
  private long executed;

  private EvidenceProgram(Work work) {
    this.work = work;
  }

  /**
   * Measures.
   *
   * @param args the {@link Work}; bursts to warm up with; bursts to measure
   */
  public static void main(String[] args) {
    new EvidenceProgram(Work.valueOf(args[0]))
        .measure(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
  }

  private void measure(int warmUp, int bursts) {
    double[] nodes = new double[bursts];
    double[] floors = new double[bursts];
    for (int i = 0; i < warmUp; i++) {
      nodes[i % bursts] = burst();
      floors[i % bursts] = floor();
      untilDrained();
    }
    untilDrained();
    long before = drainCpuNs();
    long executedBefore = executed;
    for (int i = 0; i < bursts; i++) {
      floors[i] = floor();
      nodes[i] = burst();
      untilDrained();
    }
    untilDrained();
    double drainNs = (drainCpuNs() - before) / (double) (executed - executedBefore);
    run.end(null);
    recorder.close();
    System.out.printf(
        Locale.ROOT,
        "nodeNs=%.2f floorNs=%.2f drainNs=%.2f dropped=%d%n",
        median(nodes),
        median(floors),
        drainNs,
        recorder.counters().snapshot().dropped());
  }

  /** Time in ns that one execution takes beside its body. */
  private double burst() {
    Lane lane = recorder.lane();
    long begin = System.nanoTime();
    for (int i = 0; i < work.burst(); i++) {
      Execution execution = lane.begin(run, node);
      work.tell(execution);
      work.work();
      lane.end(execution, null);
    }
    long took = System.nanoTime() - begin;
    executed += work.burst();
    return took / (double) work.burst() - work.bodyNs();
  }

  /** Time in ns that two readings of the clock take, which any timing needs. */
  private double floor() {
    long sum = 0;
    long begin = System.nanoTime();
    for (int i = 0; i < 1_000; i++) {
      long first = System.nanoTime();
      sum += System.nanoTime() - first;
    }
    return sum < 0 ? 0 : (System.nanoTime() - begin) / 1_000.0;
  }

  private static void rest() {
    LockSupport.parkNanos(REST_NS + ThreadLocalRandom.current().nextLong(REST_NS));
  }

  private void untilDrained() {
    do {
      rest();
    } while (recorder.counters().snapshot().recorded() < executed);
  }

  /** Of the threads that take, encode and send what was recorded. */
  private static long drainCpuNs() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("heddle-"))
        .mapToLong(thread -> Math.max(0, THREADS.getThreadCpuTime(thread.getId())))
        .sum();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
