package io.heddle.recorder;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an execution ended, as the conventions for exceptions on spans want it said.
 *
 * @param errorType class name of the error; null for success
 */
record Outcome(@Nullable String errorType, StatusData status, List<EventData> events) {
  private static final int MAX_MESSAGE = 1024;
  private static final Outcome SUCCESS = new Outcome(null, StatusData.unset(), List.of());

  static Outcome of(@Nullable Throwable error, long endNs) {
    if (error == null) {
      return SUCCESS;
    }
    String type = error.getClass().getName();
    String message = message(error);
    Attributes details =
        Attributes.builder().put("exception.type", type).put("exception.message", message).build();
    return new Outcome(
        type,
        StatusData.create(StatusCode.ERROR, message),
        List.of(EventData.create(endNs, "exception", details)));
  }

  void describe(AttributesBuilder attributes) {
    if (errorType != null) {
      attributes.put("error.type", errorType);
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
