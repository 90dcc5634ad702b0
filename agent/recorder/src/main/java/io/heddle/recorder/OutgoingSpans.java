package io.heddle.recorder;

import io.heddle.recorder.export.SpanExport;
import io.heddle.recorder.self.Counters;
import io.heddle.recorder.self.Log;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hands spans to the export, or discards and counts them. Drain thread only. */
final class OutgoingSpans {
  private final SpanExport export;
  private final Counters counters;
  private final Log log;
  private final Supplier<SpanWriter> writers;
  private @Nullable SpanWriter writer;

  /**
   * @param writers asked once, when there is room for a first span
   */
  OutgoingSpans(SpanExport export, Counters counters, Log log, Supplier<SpanWriter> writers) {
    this.export = export;
    this.counters = counters;
    this.log = log;
    this.writers = writers;
  }

  /** Sends the span of an execution. */
  void execution(ExecutionRecord record) {
    if (hasRoom()) {
      try {
        writer().execution(record);
      } catch (RuntimeException | Error fault) {
        unwritable(fault);
      }
    }
  }

  /** Sends the root span of an ended run. */
  void root(Run run, Run.End end) {
    if (hasRoom()) {
      try {
        writer().root(run, end);
      } catch (RuntimeException | Error fault) {
        unwritable(fault);
      }
    }
  }

  /** Discards one span if there is none. */
  private boolean hasRoom() {
    boolean room = export.hasRoom();
    if (!room) {
      counters.discarded(1);
    }
    return room;
  }

  private void unwritable(Throwable fault) {
    counters.discarded(1);
    counters.error();
    log.debug("a span could not be written: " + fault);
  }

  private SpanWriter writer() {
    SpanWriter present = writer;
    if (present == null) {
      present = writers.get();
      writer = present;
    }
    return present;
  }
}
