package io.heddle.instrumentation.opentelemetry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The trace states of one copy of the API. Thread-safe. */
final class TraceStates {
  private final Call ofSpanContext;
  private final Call asMap;
  private final Call builder;
  private final Call put;
  private final Call build;

  TraceStates(Names names, Class<?> spanContext) throws ReflectiveOperationException {
    Class<?> state = names.type("api.trace.TraceState");
    Class<?> made = names.type("api.trace.TraceStateBuilder");
    ofSpanContext = Call.of(spanContext, "getTraceState");
    asMap = Call.of(state, "asMap");
    builder = Call.of(state, "builder");
    put = Call.of(made, "put", String.class, String.class);
    build = Call.of(made, "build");
  }

  /** Its entries, strongest first. */
  @SuppressWarnings("unchecked") // as the API declares it
  Map<String, String> of(Object spanContext) {
    return (Map<String, String>) Names.present(asMap.call(ofSpanContext.call(spanContext)));
  }

  /**
   * The state of such a header. What is put last comes first.
   *
   * @param header {@code key=value,key=value} or empty
   */
  @Nullable Object parsed(String header) {
    Object state = builder.call();
    String[] entries = header.isEmpty() ? new String[0] : header.split(",", -1);
    for (int i = entries.length - 1; i >= 0; i--) {
      int equals = entries[i].indexOf('=');
      put.call(state, entries[i].substring(0, equals), entries[i].substring(equals + 1));
    }
    return build.call(state);
  }
}
