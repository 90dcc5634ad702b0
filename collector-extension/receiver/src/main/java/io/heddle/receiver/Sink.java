package io.heddle.receiver;

import io.heddle.otlp.TraceFormatException;

/** Where requests go once they are whole and uncompressed. Thread-safe. */
@FunctionalInterface
public interface Sink {
  /**
   * Takes the spans of one ExportTraceServiceRequest. What returns here is acknowledged to the
   * sender.
   *
   * @throws TraceFormatException if the body is not what {@code encoding} says; the sender is told
   *     why
   */
  Receipt accept(byte[] body, Encoding encoding) throws TraceFormatException;
}
