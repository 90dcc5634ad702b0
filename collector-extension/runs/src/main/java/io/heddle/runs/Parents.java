package io.heddle.runs;

import io.heddle.otlp.Spans;
import java.util.BitSet;

/**
 * Spans found by their ids, and the parent that each one names; of a span that came twice the
 * first.
 */
final class Parents {
  static final int NO_PARENT = -1;

  final SpanIndex index;
  final int[] named;

  /** Spans whose ids had come before. */
  final BitSet duplicates = new BitSet();

  /** The first spans of those. */
  final BitSet duplicated = new BitSet();

  private final Spans spans;

  Parents(Spans spans) {
    this.spans = spans;
    index = new SpanIndex(spans);
    named = new int[spans.size()];
    dropDuplicates();
    for (int span = 0; span < named.length; span++) {
      named[span] = parent(span);
    }
  }

  private void dropDuplicates() {
    for (int span = 0; span < named.length; span++) {
      int first = index.add(span);
      if (first >= 0) {
        duplicates.set(span);
        duplicated.set(first);
      }
    }
  }

  private int parent(int span) {
    long parent = spans.parentSpanId(span);
    return parent == 0
        ? NO_PARENT
        : index.find(spans.traceIdHigh(span), spans.traceIdLow(span), parent);
  }
}
