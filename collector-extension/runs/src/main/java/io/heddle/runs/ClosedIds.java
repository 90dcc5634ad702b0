package io.heddle.runs;

import io.heddle.otlp.Digest;
import io.heddle.otlp.Spans;

/**
 * The traces, or the runs, closed last, so that what comes later is known to be late. Each costs
 * eight bytes; one takes the place of another one with its hash.
 */
final class ClosedIds {
  private final long[] ids;

  /**
   * An empty memory.
   *
   * @param places a power of two
   */
  ClosedIds(int places) {
    ids = new long[places];
  }

  /** What stands for the trace of a span. */
  static long ofTrace(Spans spans, int span) {
    long mixed = (spans.traceIdHigh(span) * 31 + spans.traceIdLow(span)) * 0x9E3779B97F4A7C15L;
    return (mixed ^ mixed >>> 29) | 1;
  }

  /** What stands for a run. */
  static long ofRun(String scope, String runId) {
    return Digest.of(scope + ' ' + runId).high() | 1;
  }

  void add(long id) {
    ids[place(id)] = id;
  }

  boolean contains(long id) {
    return ids[place(id)] == id;
  }

  private int place(long id) {
    return (int) (id >>> 32) & (ids.length - 1);
  }
}
