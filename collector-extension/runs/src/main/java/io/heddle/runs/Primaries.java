package io.heddle.runs;

import io.heddle.otlp.Spans;
import java.util.BitSet;

/** The primary root of every trace: the earliest true root, else the earliest orphan. */
final class Primaries {
  private final SpanForest forest;
  private final Spans spans;
  private final BitSet primary = new BitSet();

  Primaries(SpanForest forest) {
    this.forest = forest;
    spans = forest.spans;
    int best = -1;
    for (int root : forest.roots()) {
      if (best >= 0 && !isSameTrace(best, root)) {
        primary.set(best);
        best = -1;
      }
      best = best < 0 || isBefore(root, best) ? root : best;
    }
    if (best >= 0) {
      primary.set(best);
    }
  }

  boolean isPrimary(int span) {
    return primary.get(span);
  }

  private boolean isBefore(int left, int right) {
    boolean leftTrue = forest.isTrueRoot(left);
    if (leftTrue != forest.isTrueRoot(right)) {
      return leftTrue;
    }
    int order = Long.compare(spans.startNs(left), spans.startNs(right));
    if (order == 0) {
      order = Long.compare(spans.endNs(right), spans.endNs(left));
    }
    return order == 0
        ? Long.compareUnsigned(spans.spanId(left), spans.spanId(right)) < 0
        : order < 0;
  }

  private boolean isSameTrace(int left, int right) {
    return spans.traceIdLow(left) == spans.traceIdLow(right)
        && spans.traceIdHigh(left) == spans.traceIdHigh(right);
  }
}
