package io.heddle.recorder;

import io.heddle.recorder.export.SpanSink;
import org.jspecify.annotations.Nullable;

/** Says how an execution ended, as the conventions for exceptions on spans want it said. */
final class Outcome {
  static final String ERROR_TYPE = "error.type";

  private static final int MAX_MESSAGE = 1024;

  private Outcome() {}

  /** Tells the span that it failed, if it did. */
  static void describe(@Nullable Throwable error, SpanSink span) {
    if (error != null) {
      String type = error.getClass().getName();
      span.attribute(ERROR_TYPE, type);
      span.failure(type, message(error));
    }
  }

  /** User code: it may throw anything, and be of any length. */
  private static String message(Throwable error) {
    try {
      String message = error.getMessage();
      return message == null ? "" : message.substring(0, Math.min(MAX_MESSAGE, message.length()));
    } catch (Throwable e) {
      return "(its message could not be read: " + e.getClass().getName() + ")";
    }
  }
}
