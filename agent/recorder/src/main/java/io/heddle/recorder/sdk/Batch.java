package io.heddle.recorder.sdk;

import io.heddle.recorder.export.SpanCounts;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Spans on their way, whose fate is told once, whoever learns of it first. Thread-safe. */
final class Batch {
  private final List<FinishedSpan> spans;
  private final SpanCounts counts;
  private final AtomicBoolean settled = new AtomicBoolean();

  Batch(List<FinishedSpan> spans, SpanCounts counts) {
    this.spans = List.copyOf(spans);
    this.counts = counts;
  }

  List<FinishedSpan> spans() {
    return spans;
  }

  boolean isSettled() {
    return settled.get();
  }

  void delivered() {
    if (settled.compareAndSet(false, true)) {
      counts.exported(spans.size());
    }
  }

  void lost() {
    if (settled.compareAndSet(false, true)) {
      counts.failed(spans.size());
      spans.forEach(Batch::unsent);
    }
  }

  static void unsent(FinishedSpan span) {
    Runnable told = span.unsent();
    if (told != null) {
      told.run();
    }
  }
}
