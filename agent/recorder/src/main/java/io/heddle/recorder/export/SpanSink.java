package io.heddle.recorder.export;

import org.jspecify.annotations.Nullable;

/**
 * Takes finished spans, each told in one go: {@link #begin}, then {@link #describe} and {@link
 * #time}, then whatever there is, {@link #end} last. A span that is not ended is forgotten when the
 * next one begins. Whoever tells takes care that no attribute is told twice. Drain thread only.
 */
public interface SpanSink {
  /** Who takes part in a span. */
  enum Kind {
    INTERNAL,
    CLIENT
  }

  /**
   * Begins a span.
   *
   * @param parentId 0 for a root; else of a span of this process
   */
  void begin(TraceContext trace, long spanId, long parentId);

  /** Begins a span whose parent is one of another process. */
  void beginBelowRemote(TraceContext trace, long spanId, long parentId);

  /** Names the span. */
  void describe(CommonText name, Kind kind);

  /** Times since the epoch in ns. */
  void time(long startNs, long endNs);

  void attribute(String key, String value);

  void attribute(CommonText key, long value);

  void attribute(String key, boolean value);

  void attribute(Attribute attribute);

  void attributes(SharedAttributes shared);

  /**
   * A link to another span of the same trace, with attributes that say what it means and are used
   * for links alone.
   */
  void link(long spanId, SharedAttributes meaning);

  /** The span failed: its status, and an event of the exception at its end. */
  void failure(String exceptionType, String message);

  /**
   * Hands the span over.
   *
   * @param unsent run when the span could not be sent, because something that is sent only once was
   *     on it
   */
  void end(@Nullable Runnable unsent);
}
