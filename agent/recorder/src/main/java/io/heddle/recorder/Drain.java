package io.heddle.recorder;

import io.heddle.recorder.drain.DutyCycle;
import io.heddle.recorder.ring.RecordHandler;
import io.heddle.recorder.ring.Ring;
import io.heddle.recorder.ring.SlotDescriptor;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes records out of the rings and ended runs out of their queue, and makes spans of them. */
final class Drain implements DutyCycle, RecordHandler {
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
    return gather() + (output == null ? 0 : output.doWork());
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
      output.close();
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
      execution.teach();
      output().execution(execution, slots);
    } catch (RuntimeException | Error e) {
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
      Run.End end = Objects.requireNonNull(run.end(), "only ended runs are queued");
      output().root(run, end);
    } catch (RuntimeException | Error e) {
      unreadable(e);
    }
  }

  private SpanOutput output() {
    SpanOutput present = output;
    if (present == null) {
      present = outputs.get();
      output = present;
    }
    return present;
  }

  private void unreadable(Throwable fault) {
    counters.discarded(1);
    errors.accept(fault);
  }
}
