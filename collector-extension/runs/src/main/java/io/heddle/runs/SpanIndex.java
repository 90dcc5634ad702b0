package io.heddle.runs;

import io.heddle.otlp.Spans;

/** Finds a span by its trace id and its span id. */
final class SpanIndex {
  private final Spans spans;
  private final int[] slots;

  SpanIndex(Spans spans) {
    this.spans = spans;
    slots = new int[Integer.highestOneBit(Math.max(2, spans.size())) << 2];
  }

  /** Adds a span; the one that had these ids before, or -1. */
  int add(int span) {
    int slot = slot(spans.traceIdHigh(span), spans.traceIdLow(span), spans.spanId(span));
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    slots[slot] = span + 1;
    return -1;
  }

  /** Has a span found from now on, whatever span had its ids. */
  void put(int span) {
    slots[slot(spans.traceIdHigh(span), spans.traceIdLow(span), spans.spanId(span))] = span + 1;
  }

  /** The span with these ids, or -1. */
  int find(long traceIdHigh, long traceIdLow, long spanId) {
    return slots[slot(traceIdHigh, traceIdLow, spanId)] - 1;
  }

  private int slot(long high, long low, long id) {
    long hash = (high * 31 + low) * 0x9E3779B97F4A7C15L + id;
    hash *= 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 32) & (slots.length - 1);
    while (slots[slot] != 0 && !matches(slots[slot] - 1, high, low, id)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean matches(int span, long high, long low, long id) {
    return spans.spanId(span) == id
        && spans.traceIdLow(span) == low
        && spans.traceIdHigh(span) == high;
  }
}
