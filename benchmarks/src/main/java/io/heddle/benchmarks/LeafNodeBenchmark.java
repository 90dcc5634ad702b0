package io.heddle.benchmarks;

import io.heddle.recorder.Execution;
import io.heddle.recorder.Lane;
import io.heddle.recorder.Node;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.Run;
import io.heddle.recorder.Workflow;
import io.heddle.recorder.settings.Settings;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A leaf node without a body: begin, end, its record in the ring; beside the two readings of the
 * clock that any timing takes.
 *
 * <p>In bursts that fit into the ring, with pauses in which the drain empties it: a ring that is
 * full drops its records, and dropping is faster than recording. The counters {@code recorded} and
 * {@code dropped} show that none was.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class LeafNodeBenchmark {
  private static final int BURST = 2_000;

  private final Recorder recorder =
      Recorder.create(Settings.of(Map.of("otel.traces.exporter", "none")));
  private final Workflow workflow = recorder.workflow("benchmark", "leaf", null);
  private final Node node = workflow.node("leaf", "code");
  private final Run run = recorder.beginRun(workflow);

  /** Shown by JMH beside the time. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Drops {
    public long dropped;
    private long before;

    @Setup(Level.Iteration)
    public void begin(LeafNodeBenchmark benchmark) {
      before = benchmark.recorder.counters().snapshot().dropped();
    }

    @TearDown(Level.Iteration)
    public void count(LeafNodeBenchmark benchmark) {
      dropped = benchmark.recorder.counters().snapshot().dropped() - before;
    }
  }

  /** Lets the drain empty the ring; not measured, since it lies between two invocations. */
  @TearDown(Level.Invocation)
  public void untilDrained() {
    long seen = -1;
    for (long now = accounted(); now != seen; now = accounted()) {
      seen = now;
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(3));
    }
  }

  private long accounted() {
    return recorder.counters().snapshot().recorded();
  }

  @TearDown
  public void stop() {
    recorder.close();
  }

  /** The floor: what any timing of a node reads. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public long twoClockReadings() {
    long sum = 0;
    for (int i = 0; i < BURST; i++) {
      long begin = System.nanoTime();
      sum += System.nanoTime() - begin;
    }
    return sum;
  }

  /** Begin and end of a node, nothing known about it. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public void leafNode(Drops drops) {
    for (int i = 0; i < BURST; i++) {
      Lane lane = recorder.lane();
      lane.end(lane.begin(run, node), null);
    }
  }

  /** The same with a predecessor, two names read and one written. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public void leafNodeWithEvidence(Drops drops) {
    for (int i = 0; i < BURST; i++) {
      Lane lane = recorder.lane();
      Execution execution = lane.begin(run, node);
      execution.predecessor(i + 1L);
      execution.read("customer", "c-17");
      execution.read("order", 4711);
      execution.write("answer", "done");
      lane.end(execution, null);
    }
  }
}
