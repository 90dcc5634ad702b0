package io.heddle.cli;

/** One run of two nodes as a line of OTLP/JSON. */
final class TraceLine {
  private static final long EPOCH_S = 1_790_000_000L;

  private TraceLine() {}

  /** A run that starts {@code second} seconds after the first one may. */
  static String of(String service, String workflow, int second) {
    return of(service, workflow, second, 60);
  }

  /** The same, with a node {@code fetch} that takes that long before {@code draft} takes 40 ms. */
  static String of(String service, String workflow, int second, int fetchMs) {
    return """
    {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"%s"}}]},\
    "scopeSpans":[{"spans":[%s,%s,%s]}]}]}\
    """
        .formatted(
            service,
            span(second, 1, 0, workflow, 0, fetchMs + 40, ""),
            span(second, 2, 1, "fetch", 0, fetchMs, ""),
            span(second, 3, 1, "draft", fetchMs, fetchMs + 40, attribute("order", "o-" + second)));
  }

  private static String span(
      int trace, int id, int parent, String name, int fromMs, int toMs, String attributes) {
    return """
    {"traceId":"%032x","spanId":"%016x","parentSpanId":"%s","name":"%s","kind":1,\
    "startTimeUnixNano":"%d","endTimeUnixNano":"%d","attributes":[%s]}\
    """
        .formatted(
            trace + 1,
            id,
            parent == 0 ? "" : "%016x".formatted(parent),
            name,
            (EPOCH_S + trace) * 1_000_000_000L + fromMs * 1_000_000L,
            (EPOCH_S + trace) * 1_000_000_000L + toMs * 1_000_000L,
            attributes);
  }

  private static String attribute(String key, String value) {
    return "{\"key\":\"%s\",\"value\":{\"stringValue\":\"%s\"}}".formatted(key, value);
  }
}
