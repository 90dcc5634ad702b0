package io.heddle.runs;

import io.heddle.otlp.Spans;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The primary root of every trace: the earliest true root, else the earliest orphan. */
final class Primaries {
  private final SpanForest forest;
  private final Spans spans;
  private final BitSet primary = new BitSet();

  /** Compared without the cost of a record's own way. */
  private record Trace(long high, long low) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Trace trace && low == trace.low && high == trace.high;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(31 * high + low);
    }
  }

  Primaries(SpanForest forest) {
    this.forest = forest;
    spans = forest.spans;
    Map<Trace, Integer> best = new HashMap<>();
    for (int root : forest.roots()) {
      best.merge(
          new Trace(spans.traceIdHigh(root), spans.traceIdLow(root)),
          root,
          (one, other) -> isBefore(other, one) ? other : one);
    }
    best.values().forEach(primary::set);
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
}
