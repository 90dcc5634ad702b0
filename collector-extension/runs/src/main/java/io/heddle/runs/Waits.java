package io.heddle.runs;

import io.heddle.mapping.SpanRole;
import io.heddle.otlp.Spans;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * For how long spans only waited that begin when they are queued, as spans below them tell: one
 * that is nothing but the wait, or the first that a worker wrote. Such a wait is no part of the
 * span.
 */
final class Waits {
  private static final Execution.Kind[] KINDS = Execution.Kind.values();

  private final Spans spans;
  private final Map<Integer, Long> bodies = new HashMap<>();
  private final BitSet waits = new BitSet();

  Waits(Spans spans) {
    this.spans = spans;
  }

  /** Finds the waits, and puts what is below one beside it. */
  void find(SpanMarks marks, int[] parents) {
    for (int span = 0; span < parents.length; span++) {
      if (marks.role(span) == SpanRole.WAIT && parents[span] >= 0) {
        waits.set(span);
        bodies.merge(parents[span], spans.endNs(span), Math::max);
      }
    }
    for (int span = 0; span < parents.length; span++) {
      int parent = parents[span];
      if (parent >= 0 && waits.get(parent)) {
        parents[span] = parents[parent];
      } else if (parent >= 0 && isBody(marks, span, parent)) {
        bodies.merge(parent, spans.startNs(span), Math::min);
      }
    }
  }

  /** Whether the span is a wait and nothing else. */
  boolean isWait(int span) {
    return waits.get(span);
  }

  /** When the span began to do something. */
  long startNs(int span) {
    Long body = bodies.isEmpty() ? null : bodies.get(span);
    return body == null || body <= spans.startNs(span)
        ? spans.startNs(span)
        : Math.min(body, Math.max(spans.startNs(span), spans.endNs(span)));
  }

  /** How long the span waited before that; -1 when nobody tells. */
  long waitNs(int span) {
    return bodies.containsKey(span) ? startNs(span) - spans.startNs(span) : -1;
  }

  private boolean isBody(SpanMarks marks, int span, int parent) {
    String node = marks.inheritedNode(span);
    return node != null
        && (marks.role(span) == SpanRole.BODY || isServed(marks, span, parent))
        && marks.role(parent) == SpanRole.NODE
        && node.equals(marks.inheritedNode(parent));
  }

  /** Whether two spans are the two ends of one call of a node: who asked for it, and who did it. */
  private boolean isServed(SpanMarks marks, int span, int parent) {
    return marks.isEngineNode(span)
        && KINDS[spans.kind(span)] == Execution.Kind.SERVER
        && KINDS[spans.kind(parent)] == Execution.Kind.CLIENT;
  }
}
