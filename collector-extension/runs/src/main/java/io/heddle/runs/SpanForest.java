package io.heddle.runs;

import io.heddle.otlp.Spans;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The trees that spans form by their parent ids: duplicates left out, cycles cut at their earliest
 * span. Siblings are in order of start, then span id. No recursion, so depth is no limit.
 */
final class SpanForest {
  static final int NO_PARENT = -1;

  final Spans spans;
  final SpanIndex index;
  final int[] parents;
  final BitSet duplicates = new BitSet();
  final BitSet duplicated = new BitSet();
  final BitSet cut = new BitSet();

  private final int[] firstChild;
  private final int[] nextSibling;
  private final int[] roots;

  SpanForest(Spans spans) {
    this.spans = spans;
    index = new SpanIndex(spans);
    parents = new int[spans.size()];
    firstChild = filled(spans.size());
    nextSibling = filled(spans.size());
    dropDuplicates();
    findParents();
    cutCycles();
    roots = linkChildren();
  }

  /** Spans without a parent, in order of trace id, start and span id. */
  int[] roots() {
    return roots;
  }

  int firstChild(int span) {
    return firstChild[span];
  }

  int nextSibling(int span) {
    return nextSibling[span];
  }

  /** The span after this one when walking the tree under {@code top}, parents first; -1 at last. */
  int next(int span, int top) {
    if (firstChild[span] >= 0) {
      return firstChild[span];
    }
    return skip(span, top);
  }

  /** Like {@link #next}, leaving out what is below {@code span}. */
  int skip(int span, int top) {
    int at = span;
    while (at != top) {
      if (nextSibling[at] >= 0) {
        return nextSibling[at];
      }
      at = parents[at];
    }
    return -1;
  }

  private void dropDuplicates() {
    for (int span = 0; span < parents.length; span++) {
      int first = index.add(span);
      if (first >= 0) {
        duplicates.set(span);
        duplicated.set(first);
      }
    }
  }

  private void findParents() {
    for (int span = 0; span < parents.length; span++) {
      long parent = spans.parentSpanId(span);
      parents[span] =
          parent == 0
              ? NO_PARENT
              : index.find(spans.traceIdHigh(span), spans.traceIdLow(span), parent);
    }
  }

  private void cutCycles() {
    int[] visitedFrom = filled(parents.length);
    for (int start = 0; start < parents.length; start++) {
      int at = start;
      while (at >= 0 && visitedFrom[at] < 0) {
        visitedFrom[at] = start;
        at = parents[at];
      }
      if (at >= 0 && visitedFrom[at] == start) {
        cutCycle(at);
      }
    }
  }

  private void cutCycle(int member) {
    int earliest = member;
    for (int at = parents[member]; at != member; at = parents[at]) {
      if (compare(at, earliest) < 0) {
        earliest = at;
      }
    }
    parents[earliest] = NO_PARENT;
    cut.set(earliest);
  }

  private int[] linkChildren() {
    int[] order = new Order(spans).sorted(duplicates);
    int rootCount = 0;
    for (int i = order.length - 1; i >= 0; i--) {
      int span = order[i];
      int parent = parents[span];
      if (parent >= 0) {
        nextSibling[span] = firstChild[parent];
        firstChild[parent] = span;
      } else {
        rootCount++;
      }
    }
    int[] found = new int[rootCount];
    int next = 0;
    for (int span : order) {
      if (parents[span] < 0) {
        found[next++] = span;
      }
    }
    return found;
  }

  private int compare(int left, int right) {
    int byStart = Long.compare(spans.startNs(left), spans.startNs(right));
    return byStart != 0 ? byStart : Long.compareUnsigned(spans.spanId(left), spans.spanId(right));
  }

  private static int[] filled(int size) {
    int[] values = new int[size];
    Arrays.fill(values, -1);
    return values;
  }
}
