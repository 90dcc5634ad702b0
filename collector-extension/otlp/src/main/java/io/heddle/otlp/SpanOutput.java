package io.heddle.otlp;

import java.io.IOException;
import java.util.SortedMap;

/**
 * Writes tables of spans in one format, all that a table holds and the format can. Not thread-safe.
 */
public interface SpanOutput {
  /** Appends the spans of a table, in their order. */
  void write(Spans spans) throws IOException;

  /** Ends the document; the stream stays open. */
  void finish() throws IOException;

  /** What the format cannot hold, in words, and how often it was met. */
  SortedMap<String, Long> losses();
}
