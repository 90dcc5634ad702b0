package io.heddle.instrumentation.opentelemetry;

import io.heddle.recorder.HostSpan;
import io.heddle.recorder.OpenSpan;
import io.heddle.recorder.Run;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One copy of OpenTelemetry's API: the Java agent's, or that of an application. Thread-safe. */
final class Api {
  private final Names names;
  private final Contexts contexts;
  private final Spans spans;

  /**
   * @throws ReflectiveOperationException if it is no API that we know
   */
  Api(Names names) throws ReflectiveOperationException {
    this.names = names;
    this.contexts = new Contexts(names);
    this.spans = new Spans(names);
  }

  boolean isOfAgent() {
    return names.isOfAgent();
  }

  /** The calling thread's current span; null if there is none. */
  @Nullable Object currentSpan() {
    return spans.in(contexts.current());
  }

  /** Has the calling thread's context asked for, as anybody may do. */
  void askForContext() {
    contexts.current();
  }

  /** Whether anybody has made a context current on this thread. */
  boolean isAnyAttached() {
    return contexts.isAnyAttached();
  }

  @Nullable HostSpan describe(Object span) {
    return spans.describe(span);
  }

  /** Whether {@code context} was made while that node was what others saw. */
  boolean isInside(Object context, Long node) {
    return node.equals(contexts.node(context));
  }

  /** That context with the span of {@code node} on top. */
  Object inside(Object context, OpenSpan node) {
    Run run = node.run();
    Object span = spans.foreign(run.traceId(), node.hexId(), run.traceFlags(), run.traceState());
    return contexts.of(context, span, node.id());
  }

  /** What the SDK that was registered for this API sends as its resource; empty if none was. */
  Map<String, String> registeredResource() {
    return Resources.ofGlobal(names);
  }
}
