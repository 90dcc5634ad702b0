package io.heddle.runs;

import io.heddle.otlp.Spans;

/**
 * Order of spans by start, trace id and span id: a merge sort on parts of an array of rows, which
 * passes over what is in order already.
 */
final class Order {
  private final Spans spans;
  private final Waits waits;
  private int[] spare = new int[16];

  Order(Spans spans, Waits waits) {
    this.spans = spans;
    this.waits = waits;
  }

  /** Sorts {@code rows[from, to)}; costs one pass when they are in order already. */
  void sort(int[] rows, int from, int to) {
    if (isSorted(rows, from, to)) {
      return;
    }
    if (spare.length < to - from) {
      spare = new int[to - from];
    }
    for (int width = 1; width < to - from; width *= 2) {
      for (int low = from; low + width < to; low += 2 * width) {
        merge(rows, low, low + width, Math.min(low + 2 * width, to));
      }
    }
  }

  int compare(int left, int right) {
    int order = Long.compare(waits.startNs(left), waits.startNs(right));
    if (order == 0) {
      order = Long.compareUnsigned(spans.traceIdHigh(left), spans.traceIdHigh(right));
    }
    if (order == 0) {
      order = Long.compareUnsigned(spans.traceIdLow(left), spans.traceIdLow(right));
    }
    return order != 0 ? order : Long.compareUnsigned(spans.spanId(left), spans.spanId(right));
  }

  private boolean isSorted(int[] rows, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (compare(rows[i - 1], rows[i]) > 0) {
        return false;
      }
    }
    return true;
  }

  private void merge(int[] rows, int low, int middle, int high) {
    if (compare(rows[middle - 1], rows[middle]) <= 0) {
      return;
    }
    int size = middle - low;
    System.arraycopy(rows, low, spare, 0, size);
    int left = 0;
    int right = middle;
    for (int at = low; left < size; at++) {
      boolean takeLeft = right >= high || compare(spare[left], rows[right]) <= 0;
      rows[at] = takeLeft ? spare[left++] : rows[right++];
    }
  }
}
