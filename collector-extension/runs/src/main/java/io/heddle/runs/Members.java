package io.heddle.runs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The spans of a run in order: each top, then what is below it, parents first. */
final class Members {
  private final SpanForest forest;
  private final Map<Integer, Integer> positions = new HashMap<>();
  private int[] members = new int[16];
  private int size;

  Members(SpanForest forest, List<Integer> tops) {
    this.forest = forest;
    for (int top : tops) {
      for (int span = top; span >= 0; span = forest.next(span, top)) {
        add(span);
      }
    }
  }

  int size() {
    return size;
  }

  int span(int position) {
    return members[position];
  }

  /** Position of a span, -1 when it is no member. */
  int position(int span) {
    return positions.getOrDefault(span, -1);
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

  private void add(int span) {
    if (size == members.length) {
      members = Arrays.copyOf(members, size * 2);
    }
    positions.put(span, size);
    members[size++] = span;
  }
}
