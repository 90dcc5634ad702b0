package io.heddle.runs;

import io.heddle.otlp.Spans;
import java.util.Arrays;
import java.util.List;

/** The spans of a run in order: each top, then what is below it, parents first. */
final class Members {
  /** Up to so many members a look at each costs less than one into the index of all spans. */
  private static final int FEW = 64;

  private final SpanForest forest;
  private final int[] positions;
  private int[] members = new int[16];
  private long[] ids = new long[16];
  private int size;

  /** Creates an empty run; reused from run to run. */
  Members(SpanForest forest) {
    this.forest = forest;
    positions = new int[forest.spans.size()];
  }

  void collect(List<Integer> tops) {
    size = 0;
    for (int top : tops) {
      Walk walk = forest.walk();
      int end = walk.end(top);
      for (int position = walk.position(top); position < end; position++) {
        add(walk.row(position));
      }
    }
  }

  int size() {
    return size;
  }

  int span(int position) {
    return members[position];
  }

  int parent(int position) {
    int parent = forest.parents[members[position]];
    return parent < 0 ? -1 : position(parent);
  }

  /**
   * Position of the member with these ids, -1 for none.
   *
   * @param near where it is looked for first, and then before
   */
  int find(long traceIdHigh, long traceIdLow, long spanId, int near) {
    if (size <= FEW) {
      int before = findBackwards(near, 0, traceIdHigh, traceIdLow, spanId);
      return before >= 0
          ? before
          : findBackwards(size - 1, near + 1, traceIdHigh, traceIdLow, spanId);
    }
    int span = forest.index.find(traceIdHigh, traceIdLow, spanId);
    return span < 0 ? -1 : position(span);
  }

  private int findBackwards(int from, int to, long traceIdHigh, long traceIdLow, long spanId) {
    Spans spans = forest.spans;
    for (int i = from; i >= to; i--) {
      if (ids[i] == spanId
          && spans.traceIdLow(members[i]) == traceIdLow
          && spans.traceIdHigh(members[i]) == traceIdHigh) {
        return i;
      }
    }
    return -1;
  }

  private int position(int span) {
    int position = positions[span];
    return position < size && members[position] == span ? position : -1;
  }

  private void add(int span) {
    if (size == members.length) {
      members = Arrays.copyOf(members, size * 2);
      ids = Arrays.copyOf(ids, size * 2);
    }
    ids[size] = forest.spans.spanId(span);
    positions[span] = size;
    members[size++] = span;
  }
}
