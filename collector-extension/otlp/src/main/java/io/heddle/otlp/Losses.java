package io.heddle.otlp;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a format could not hold of the spans written in it, counted in words. Not thread-safe. */
final class Losses {
  static final long MICROSECOND = 1_000;

  private final SortedMap<String, Long> counts = new TreeMap<>();

  void count(boolean met, String what) {
    if (met) {
      counts.merge(what, 1L, Long::sum);
    }
  }

  /** Counts what times of a span are lost where they are microseconds and durations. */
  void times(Spans spans, int span) {
    long start = spans.startNs(span);
    long end = spans.endNs(span);
    count(
        start % MICROSECOND != 0 || end % MICROSECOND != 0, "spans had times below a microsecond");
    count(end < start, "spans ended before they started");
  }

  SortedMap<String, Long> counts() {
    return Collections.unmodifiableSortedMap(counts);
  }

  static long microseconds(long ns) {
    return Math.floorDiv(ns, MICROSECOND);
  }

  /** Microseconds from start to end, 0 when the end is the earlier one. */
  static long duration(Spans spans, int span) {
    return Math.max(0, microseconds(spans.endNs(span)) - microseconds(spans.startNs(span)));
  }
}
