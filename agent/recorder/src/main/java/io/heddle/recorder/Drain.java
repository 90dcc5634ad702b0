package io.heddle.recorder;

import io.heddle.recorder.drain.DutyCycle;
import io.heddle.recorder.ring.RecordHandler;
import io.heddle.recorder.ring.Ring;
import io.heddle.recorder.ring.SlotDescriptor;
import io.heddle.recorder.self.Counters;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes records out of the rings and ended runs out of their queue, and makes spans of them. */
final class Drain implements DutyCycle, RecordHandler {
  /** How many records are taken at once when rings need space that the exporter has not. */
  private static final int MAKING_ROOM = 4096;

  private static final long NOTHING = -1;
  private static final int ENDED_RUNS_WAITING = EndedRuns.USUAL;
  private static final long CLOSING_NS = TimeUnit.SECONDS.toNanos(4);

  /** Of these, how long what waits may take to be encoded. */
  private static final long GATHERING_NS = TimeUnit.SECONDS.toNanos(3);

  /** How long the rest may take, of which there is no end while threads go on recording. */
  private static final long GATHERED_NS = GATHERING_NS + TimeUnit.MILLISECONDS.toNanos(700);

  private static final long CLOSING_STEP_NS = TimeUnit.MILLISECONDS.toNanos(1);

  private final Lanes lanes;
  private final Queue<Run> endedRuns;
  private final Supplier<SpanOutput> outputs;
  private final Counters counters;
  private final Consumer<Throwable> errors;
  private @Nullable SpanOutput output;
  private @Nullable Run taken;
  private final RecordReader reader = new RecordReader();
  private final LastRecorded lastRecorded = new LastRecorded();

  /** What was recorded before the record or root at hand. */
  private long recordedBefore;

  private @Nullable Ring ringAtHand;
  private long positionAtHand = NOTHING;

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

  /** Records that wait for room before the exporter count as much work: they are looked at soon. */
  @Override
  public int doWork() {
    int done = output == null ? gather(1) : 0; // which makes it
    int wanted = output == null ? Integer.MAX_VALUE : output.wanted();
    boolean crowded = lanes.areCrowded();
    int gathered = crowded ? gatherRootsFirst(Math.max(wanted, MAKING_ROOM)) : gather(wanted);
    if (endedRuns.size() > ENDED_RUNS_WAITING) {
      gathered += drainRuns(MAKING_ROOM);
    }
    done += gathered + (output == null ? 0 : output.doWork());
    return gathered < wanted || nothingWaits() ? done : Math.max(done, MUCH);
  }

  private boolean nothingWaits() {
    return lanes.areEmpty() && endedRuns.isEmpty();
  }

  /**
   * Takes as many as the exporter has room for; the others wait. Ended runs have their part of it,
   * whatever comes out of the rings.
   */
  private int gather(int limit) {
    int ofRuns = Math.min(endedRuns.size(), limit / 2);
    int done = lanes.drain(this, limit - ofRuns);
    return done + drainRuns(limit - done);
  }

  /**
   * Makes room in the rings, though spans may have to be discarded: of nodes, since a run whose
   * root is missing is worth less than one that lacks a node.
   */
  private int gatherRootsFirst(int limit) {
    int roots = 0;
    while (roots < limit && (output == null || output.hasRoom()) && drainRuns(1) > 0) {
      roots++;
    }
    return roots + lanes.drain(this, limit);
  }

  @Override
  public void onClose() {
    long begin = System.nanoTime();
    if (output != null) {
      output.hurry();
    }
    while (doWork() > 0 && System.nanoTime() - begin < GATHERING_NS) {
      LockSupport.parkNanos(CLOSING_STEP_NS);
    }
    while (drainRuns(Integer.MAX_VALUE) + lanes.drain(this, Integer.MAX_VALUE) > 0
        && System.nanoTime() - begin < GATHERED_NS) {
      Thread.onSpinWait();
    }
    if (output != null) {
      output.close(Math.max(0, CLOSING_NS - (System.nanoTime() - begin)));
    }
  }

  @Override
  public void onRecord(Ring ring, long position, int slots, int kind) {
    atHand(ring, position);
    if (kind == SlotDescriptor.KIND_ABORTED) {
      ring.drop();
      return;
    }
    try {
      ExecutionRecord execution = reader.at(ring, position, slots, kind);
      settleEnd(execution);
      execution.teach();
      output().execution(execution);
    } catch (RuntimeException | Error e) {
      unreadable(e);
    }
    counters.recordedOne();
  }

  private void settleEnd(ExecutionRecord execution) {
    Trace trace = execution.run().trace();
    if (execution.is(ExecutionDescriptor.ABANDONED)) {
      execution.endNotBefore(lastRecorded.of(trace));
    }
    lastRecorded.add(trace, execution.end());
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // a ring is one object
  public void onStruck(Ring ring, long position, int kind) {
    if (ring != ringAtHand || position != positionAtHand || !isCounted()) {
      ring.drop();
    }
    if (kind != SlotDescriptor.KIND_ABORTED) {
      reader.passOver(ring, position, kind);
    }
  }

  /** The position last: without it nothing else is believed. */
  private void atHand(Ring ring, long position) {
    positionAtHand = NOTHING;
    ringAtHand = ring;
    recordedBefore = counters.recorded();
    positionAtHand = position;
  }

  /** Of what is met again: counting is the last that is done with it, and a single write. */
  private boolean isCounted() {
    return counters.recorded() > recordedBefore;
  }

  /** None that ends meanwhile: there may be no end of those. */
  private int drainRuns(int limit) {
    int most = Math.min(limit, endedRuns.size());
    int done = 0;
    for (Run run = next(most); run != null; run = next(most - done)) {
      take(run);
      endedRuns.poll();
      taken = null;
      done++;
    }
    return done;
  }

  private @Nullable Run next(int limit) {
    return limit > 0 ? endedRuns.peek() : null;
  }

  /** One that is met again is one in whose taking this thread was struck. */
  @SuppressWarnings("ReferenceEquality") // a run is one object
  private void take(Run run) {
    if (run != taken) {
      recordedBefore = counters.recorded();
      taken = run;
      addRoot(run);
      counters.recordedOne();
    } else if (!isCounted()) {
      counters.droppedRun();
    }
  }

  private void addRoot(Run run) {
    try {
      Run.End end = Objects.requireNonNull(run.end(), "only ended runs are queued");
      output().root(run, end.isAbandoned() ? end.at(lastRecorded.of(run.trace())) : end);
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
    errors.accept(fault);
    counters.discarded(1);
  }
}
