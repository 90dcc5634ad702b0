package io.heddle.runs;

import io.heddle.otlp.Spans;

/**
 * The traces closed last, so that what comes later is known to be late. Each costs eight bytes; a
 * trace takes the place of another one with its hash.
 */
final class ClosedTraces {
  private final long[] traces;

  /**
   * An empty memory.
   *
   * @param places a power of two
   */
  ClosedTraces(int places) {
    traces = new long[places];
  }

  void add(Spans spans, int span) {
    long mixed = mixed(spans, span);
    traces[place(mixed)] = mixed;
  }

  boolean contains(Spans spans, int span) {
    long mixed = mixed(spans, span);
    return traces[place(mixed)] == mixed;
  }

  private int place(long mixed) {
    return (int) (mixed >>> 32) & (traces.length - 1);
  }

  private static long mixed(Spans spans, int span) {
    long mixed = (spans.traceIdHigh(span) * 31 + spans.traceIdLow(span)) * 0x9E3779B97F4A7C15L;
    return (mixed ^ mixed >>> 29) | 1;
  }
}
