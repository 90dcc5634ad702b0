package io.heddle.runs;

import io.heddle.otlp.Spans;
import java.util.BitSet;

/** Order of spans by trace id, start and span id: a merge sort on row numbers. */
final class Order {
  private final Spans spans;

  Order(Spans spans) {
    this.spans = spans;
  }

  int[] sorted(BitSet without) {
    int[] rows = new int[spans.size() - without.cardinality()];
    int next = 0;
    for (int span = 0; span < spans.size(); span++) {
      if (!without.get(span)) {
        rows[next++] = span;
      }
    }
    return sort(rows);
  }

  private int[] sort(int[] rows) {
    int[] from = rows;
    int[] to = new int[rows.length];
    for (int width = 1; width < rows.length; width *= 2) {
      for (int low = 0; low < rows.length; low += 2 * width) {
        int middle = Math.min(low + width, rows.length);
        merge(from, to, low, middle, Math.min(middle + width, rows.length));
      }
      int[] swap = from;
      from = to;
      to = swap;
    }
    return from;
  }

  private void merge(int[] from, int[] to, int low, int middle, int high) {
    int left = low;
    int right = middle;
    for (int at = low; at < high; at++) {
      boolean takeLeft = left < middle && (right >= high || compare(from[left], from[right]) <= 0);
      to[at] = takeLeft ? from[left++] : from[right++];
    }
  }

  private int compare(int left, int right) {
    int order = Long.compareUnsigned(spans.traceIdHigh(left), spans.traceIdHigh(right));
    if (order == 0) {
      order = Long.compareUnsigned(spans.traceIdLow(left), spans.traceIdLow(right));
    }
    if (order == 0) {
      order = Long.compare(spans.startNs(left), spans.startNs(right));
    }
    return order != 0 ? order : Long.compareUnsigned(spans.spanId(left), spans.spanId(right));
  }
}
