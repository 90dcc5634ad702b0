package io.heddle.instrumentation.opentelemetry;

import io.heddle.recorder.HostSpan;
import org.jspecify.annotations.Nullable;

/** The spans of one copy of the API, as far as others see them. Thread-safe. */
final class Spans {
  private final Call fromContext;
  private final Call spanContext;
  private final Call wrap;
  private final Call create;
  private final Call isValid;
  private final Call isRemote;
  private final Call traceId;
  private final Call spanId;
  private final Call flags;
  private final Call flagsAsByte;
  private final Call flagsFromByte;
  private final TraceStates states;

  Spans(Names names) throws ReflectiveOperationException {
    Class<?> span = names.type("api.trace.Span");
    Class<?> identity = names.type("api.trace.SpanContext");
    Class<?> traceFlags = names.type("api.trace.TraceFlags");
    Class<?> traceState = names.type("api.trace.TraceState");
    fromContext = Call.of(span, "fromContextOrNull", names.type(Names.CONTEXT));
    spanContext = Call.of(span, "getSpanContext");
    wrap = Call.of(span, "wrap", identity);
    create = Call.of(identity, "create", String.class, String.class, traceFlags, traceState);
    isValid = Call.of(identity, "isValid");
    isRemote = Call.of(identity, "isRemote");
    traceId = Call.of(identity, "getTraceId");
    spanId = Call.of(identity, "getSpanId");
    flags = Call.of(identity, "getTraceFlags");
    flagsAsByte = Call.of(traceFlags, "asByte");
    flagsFromByte = Call.of(traceFlags, "fromByte", byte.class);
    states = new TraceStates(names, identity);
  }

  /** The span in a context; null if there is none. */
  @Nullable Object in(Object context) {
    return fromContext.call(context);
  }

  /** What a run needs to know of a span to become its child; null if the span is a no-op. */
  @Nullable HostSpan describe(Object span) {
    Object identity = Names.present(spanContext.call(span));
    if (!Boolean.TRUE.equals(isValid.call(identity))) {
      return null;
    }
    HostSpan described =
        HostSpan.of(
            text(traceId.call(identity)),
            text(spanId.call(identity)),
            (Byte) Names.present(flagsAsByte.call(flags.call(identity))),
            states.of(identity));
    return Boolean.TRUE.equals(isRemote.call(identity)) ? described.remote() : described;
  }

  private static String text(@Nullable Object id) {
    return (String) Names.present(id);
  }

  /** A span of ours as one of this copy: it can have children and does nothing else. */
  Object foreign(String trace, String span, byte itsFlags, String traceState) {
    Object state = states.parsed(traceState);
    return Names.present(wrap.call(create.call(trace, span, flagsFromByte.call(itsFlags), state)));
  }
}
