package io.heddle.otlp;

import java.io.IOException;

/** Input that is not what its format says; the message names the byte or the line. */
public final class TraceFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  public TraceFormatException(String message) {
    super(message);
  }

  public TraceFormatException(String message, Throwable cause) {
    super(message, cause);
  }

  static TraceFormatException at(String what, long offset) {
    return new TraceFormatException(what + " at byte " + offset);
  }
}
