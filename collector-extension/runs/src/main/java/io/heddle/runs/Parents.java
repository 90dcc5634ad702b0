package io.heddle.runs;

import io.heddle.otlp.Spans;
import java.util.BitSet;

/**
 * Spans found by their ids, and the parent that each one names; of a span that came twice the
 * first, or the first that is complete: some exporters send a span when it starts, too.
 */
final class Parents {
  static final int NO_PARENT = -1;

  final SpanIndex index;
  final int[] named;

  /** Spans that are left out, since others with their ids are kept. */
  final BitSet duplicates = new BitSet();

  /** Those others. */
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
        boolean better = isComplete(span) && !isComplete(first);
        keep(better ? span : first, better ? first : span);
      }
    }
  }

  private void keep(int kept, int other) {
    index.put(kept);
    duplicated.clear(other);
    duplicated.set(kept);
    duplicates.set(other);
  }

  private boolean isComplete(int span) {
    return spans.startNs(span) != 0 && spans.endNs(span) != 0;
  }

  private int parent(int span) {
    long parent = spans.parentSpanId(span);
    return parent == 0
        ? NO_PARENT
        : index.find(spans.traceIdHigh(span), spans.traceIdLow(span), parent);
  }
}
