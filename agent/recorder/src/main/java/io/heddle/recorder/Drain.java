package io.heddle.recorder;

import io.heddle.recorder.drain.DutyCycle;
import io.heddle.recorder.ring.RecordHandler;
import io.heddle.recorder.ring.Ring;
import io.heddle.recorder.ring.SlotDescriptor;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes records out of the rings and ended runs out of their queue, and makes spans of them. */
final class Drain implements DutyCycle, RecordHandler {
  private static final long CLOSING_NS = TimeUnit.SECONDS.toNanos(4);

  private final Lanes lanes;
  private final Queue<Run> endedRuns;
  private final Supplier<SpanOutput> outputs;
  private final Counters counters;
  private final Consumer<Throwable> errors;
  private @Nullable SpanOutput output;

  Drain(
      Lanes lanes,
      Queue<Run> endedRuns,
      Supplier<SpanOutput> outputs,
      Counters counters,
      Consumer<Throwable> errors) {
    this.lanes = lanes;
    this.endedRuns = endedRuns;
    this.outputs = outputs;
    this.counters = counters;
    this.errors = errors;
  }

  @Override
  public int doWork() {
    return gather() + (output == null ? 0 : output.export().doWork());
  }

  private int gather() {
    return lanes.drain(this) + drainRuns();
  }

  @Override
  public void onClose() {
    while (gather() > 0) {
      Thread.onSpinWait();
    }
    if (output != null) {
      output.export().close(CLOSING_NS);
    }
  }

  @Override
  public void onRecord(Ring ring, long position, int slots, int kind) {
    if (kind == SlotDescriptor.KIND_ABORTED) {
      ring.drop();
      return;
    }
    counters.recordedOne();
    try {
      ExecutionRecord execution = ExecutionRecord.at(ring, position);
      if (isSent(execution.run())) {
        output().execution(execution);
      } else {
        execution.takeDetails();
      }
    } catch (RuntimeException e) {
      unreadable(e);
    }
  }

  private int drainRuns() {
    int done = 0;
    for (Run run = endedRuns.poll(); run != null; run = endedRuns.poll()) {
      counters.recordedOne();
      addRoot(run);
      done++;
    }
    return done;
  }

  private void addRoot(Run run) {
    try {
      Run.End end = run.end();
      if (end != null && isSent(run)) {
        output().root(run, end);
      }
    } catch (RuntimeException e) {
      unreadable(e);
    }
  }

  /** Whether the run's spans are sent; counts one that is not. */
  private boolean isSent(Run run) {
    boolean sampled = run.trace().isSampled();
    if (!sampled) {
      counters.unsampledOne();
    }
    return sampled;
  }

  private SpanOutput output() {
    SpanOutput present = output;
    if (present == null) {
      present = outputs.get();
      output = present;
    }
    return present;
  }

  private void unreadable(RuntimeException fault) {
    counters.discarded(1);
    errors.accept(fault);
  }
}
