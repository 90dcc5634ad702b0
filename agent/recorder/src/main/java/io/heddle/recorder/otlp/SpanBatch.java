package io.heddle.recorder.otlp;

import io.heddle.recorder.export.SpanCounts;
import io.heddle.recorder.protobuf.ProtobufWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Encoded spans of one request. One thread fills it; its fate is told once, whoever learns of it
 * first.
 */
final class SpanBatch {
  private final ProtobufWriter out;
  private final SpanCounts counts;
  private final List<Runnable> unsent = new ArrayList<>(0);
  private final AtomicBoolean settled = new AtomicBoolean();
  private int spans;
  private int complete;

  /**
   * An empty batch.
   *
   * @param out where an envelope is open
   */
  SpanBatch(ProtobufWriter out, SpanCounts counts) {
    this.out = out;
    this.counts = counts;
    this.complete = out.position();
  }

  ProtobufWriter out() {
    return out;
  }

  /** Where the last complete span ends. */
  int complete() {
    return complete;
  }

  int spans() {
    return spans;
  }

  /** All that is written is complete, one span more than before. */
  void add(@Nullable Runnable told) {
    spans++;
    complete = out.position();
    if (told != null) {
      unsent.add(told);
    }
  }

  boolean isSettled() {
    return settled.get();
  }

  /** The collector took all but so many of them. */
  void taken(long rejected) {
    if (settled.compareAndSet(false, true)) {
      int failed = (int) Math.min(spans, rejected);
      counts.exported(spans - failed);
      counts.failed(failed);
      if (failed > 0) {
        unsent.forEach(Runnable::run);
      }
    }
  }

  /** The collector took none of them. */
  void lost() {
    if (settled.compareAndSet(false, true)) {
      counts.failed(spans);
      unsent.forEach(Runnable::run);
    }
  }
}
