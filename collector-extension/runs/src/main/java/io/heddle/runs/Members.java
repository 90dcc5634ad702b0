package io.heddle.runs;

import java.util.Arrays;
import java.util.List;

/** The spans of a run in order: each top, then what is below it, parents first. */
final class Members {
  private final SpanForest forest;
  private final int[] positions;
  private int[] members = new int[16];
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

  /** Position of the member with these ids, -1 for none. */
  int find(long traceIdHigh, long traceIdLow, long spanId) {
    int span = forest.index.find(traceIdHigh, traceIdLow, spanId);
    return span < 0 ? -1 : position(span);
  }

  private int position(int span) {
    int position = positions[span];
    return position < size && members[position] == span ? position : -1;
  }

  private void add(int span) {
    if (size == members.length) {
      members = Arrays.copyOf(members, size * 2);
    }
    positions[span] = size;
    members[size++] = span;
  }
}
