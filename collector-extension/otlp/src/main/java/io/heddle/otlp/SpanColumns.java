package io.heddle.otlp;

import java.util.Arrays;

/** Columns of a stretch of spans: 61 bytes each. */
final class SpanColumns {
  long[] traceHighs;
  long[] traceLows;
  long[] ids;
  long[] parents;
  long[] starts;
  long[] ends;
  int[] names;
  int[] resources;
  int[] records;
  byte[] kindsAndStatuses;

  SpanColumns(int capacity) {
    traceHighs = new long[capacity];
    traceLows = new long[capacity];
    ids = new long[capacity];
    parents = new long[capacity];
    starts = new long[capacity];
    ends = new long[capacity];
    names = new int[capacity];
    resources = new int[capacity];
    records = new int[capacity];
    kindsAndStatuses = new byte[capacity];
  }

  int capacity() {
    return ids.length;
  }

  void copy(int row, SpanColumns other, int otherRow) {
    traceHighs[row] = other.traceHighs[otherRow];
    traceLows[row] = other.traceLows[otherRow];
    ids[row] = other.ids[otherRow];
    parents[row] = other.parents[otherRow];
    starts[row] = other.starts[otherRow];
    ends[row] = other.ends[otherRow];
    names[row] = other.names[otherRow];
    resources[row] = other.resources[otherRow];
    records[row] = other.records[otherRow];
    kindsAndStatuses[row] = other.kindsAndStatuses[otherRow];
  }

  void grow(int capacity) {
    traceHighs = Arrays.copyOf(traceHighs, capacity);
    traceLows = Arrays.copyOf(traceLows, capacity);
    ids = Arrays.copyOf(ids, capacity);
    parents = Arrays.copyOf(parents, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    names = Arrays.copyOf(names, capacity);
    resources = Arrays.copyOf(resources, capacity);
    records = Arrays.copyOf(records, capacity);
    kindsAndStatuses = Arrays.copyOf(kindsAndStatuses, capacity);
  }
}
