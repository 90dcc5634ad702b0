package io.heddle.benchmarks.traces;

import java.util.List;
import java.util.Map;

/**
 * One span of a generated run.
 *
 * @param attributes texts, longs and lists of texts, in order
 * @param predecessors ids of the spans that had to finish before
 */
record GeneratedSpan(
    String service,
    TraceId trace,
    long id,
    long parent,
    String name,
    Kind kind,
    long startNs,
    long endNs,
    boolean failed,
    Map<String, Object> attributes,
    List<Long> predecessors) {

  /** A trace id in its two halves. */
  record TraceId(long high, long low) {}

  /** The span kinds of OpenTelemetry that runs use. */
  enum Kind {
    INTERNAL(1),
    SERVER(2),
    CLIENT(3);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    /** The number that OTLP gives it. */
    int code() {
      return code;
    }
  }
}
