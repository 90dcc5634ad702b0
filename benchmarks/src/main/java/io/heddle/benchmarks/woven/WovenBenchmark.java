package io.heddle.benchmarks.woven;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Woven methods without a body, beside the two readings of the clock that any timing takes. Started
 * by {@link Rows}, which brings the agent.
 *
 * <p>In bursts that fit into the ring, with pauses in which the drain empties it: a ring that is
 * full drops its records, and dropping is faster than recording. At the end the records must be as
 * many as the calls. A sample is a whole burst.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class WovenBenchmark {
  /** Calls in one sample. */
  static final int BURST = 1_000;

  private static final long SHORTEST_REST_NS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long WAKING_UP_NS = TimeUnit.MICROSECONDS.toNanos(50);
  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(5);

  private final LongAdder expected = new LongAdder();

  /** A run that is open on the thread of the benchmark. */
  @State(Scope.Thread)
  public static class OpenRun {
    @Setup(Level.Iteration)
    public void open() {
      Application.open();
    }

    @TearDown(Level.Iteration)
    public void close(WovenBenchmark benchmark) {
      Application.close();
      benchmark.expected.increment();
    }

    /** Lets the drain empty the ring; not measured, since it lies between two invocations. */
    @TearDown(Level.Invocation)
    public void untilDrained(WovenBenchmark benchmark) {
      benchmark.expected.add(BURST);
      benchmark.await();
      if (Boolean.getBoolean(Rows.UNPREDICTED)) {
        Application.forgetPredictions();
      }
    }
  }

  /** The same pauses for the floor: who never sleeps is preempted, and pays for it. */
  @State(Scope.Thread)
  public static class Pause {
    @TearDown(Level.Invocation)
    public void pause() {
      rest();
    }
  }

  private void await() {
    long deadline = System.nanoTime() + PATIENCE_NS;
    while (accounted() < expected.sum() && System.nanoTime() < deadline) {
      rest();
    }
  }

  /**
   * In no step with the drain, whose sleeps are of 1 ms: it would meet each burst, or none. A core
   * that has just woken up is slow, so the burst follows when it has been awake for a moment.
   */
  private static void rest() {
    LockSupport.parkNanos(
        SHORTEST_REST_NS + ThreadLocalRandom.current().nextLong(SHORTEST_REST_NS));
    long awake = System.nanoTime() + WAKING_UP_NS;
    while (System.nanoTime() < awake) {
      Thread.onSpinWait();
    }
  }

  private static long accounted() {
    return (Long) Application.recorded() + (Long) Application.dropped();
  }

  /** Calls and records, which must be equal. */
  @TearDown
  public void compare() {
    await();
    System.out.printf(
        "%ncalls %d, recorded %s, dropped %s%n",
        expected.sum(), Application.recorded(), Application.dropped());
    if (expected.sum() > 0 && accounted() != expected.sum()) {
      throw new IllegalStateException("records are missing, or the agent is");
    }
  }

  /** The floor: what any timing of a node reads. */
  @Benchmark
  public long floor(Pause pause) {
    long sum = 0;
    for (int i = 0; i < BURST; i++) {
      long begin = System.nanoTime();
      sum += System.nanoTime() - begin;
    }
    return sum;
  }

  @Benchmark
  public void leaf(OpenRun run) {
    for (int i = 0; i < BURST; i++) {
      Application.leaf();
    }
  }

  @Benchmark
  public void node(OpenRun run) {
    for (int i = 0; i < BURST; i++) {
      Application.node();
    }
  }

  @Benchmark
  public void nodeWithEvidence(OpenRun run) {
    for (int i = 0; i < BURST; i++) {
      Application.nodeWithEvidence();
    }
  }
}
