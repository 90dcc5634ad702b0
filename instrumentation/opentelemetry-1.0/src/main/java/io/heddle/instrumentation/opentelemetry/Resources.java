package io.heddle.instrumentation.opentelemetry;

import io.heddle.instrumentation.spi.Member;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out what an SDK sends as its resource. Thread-safe. */
final class Resources {
  private static final Member RESOURCE_OF_SPAN = Member.field("resource");
  private static final Member STATE_OF_TRACER = Member.field("sharedState");
  private static final Member RESOURCE_OF_STATE = Member.field("resource");
  private static final Member ATTRIBUTES = Member.method("getAttributes");
  private static final Member AS_MAP = Member.method("asMap");
  private static final Member KEY = Member.method("getKey");

  private Resources() {}

  /** The resource of who made this span; empty if it is not a recording one. */
  static Map<String, String> ofSpan(Object span) {
    return RESOURCE_OF_SPAN.isIn(span) ? texts(RESOURCE_OF_SPAN.in(span)) : Map.of();
  }

  /**
   * Read from the field: asking {@code GlobalOpenTelemetry.get()} too early would register a no-op,
   * and the application's own registration would fail.
   */
  static Map<String, String> ofGlobal(Names names) {
    try {
      Field field = names.type("api.GlobalOpenTelemetry").getDeclaredField("globalOpenTelemetry");
      field.setAccessible(true);
      Object registered = field.get(null);
      return registered == null ? Map.of() : ofRegistered(registered, names);
    } catch (ReflectiveOperationException | RuntimeException notTold) {
      return Map.of();
    }
  }

  private static Map<String, String> ofRegistered(Object registered, Names names)
      throws ReflectiveOperationException {
    Call getTracer = Call.of(names.type("api.OpenTelemetry"), "getTracer", String.class);
    Object tracer = Names.present(getTracer.call(registered, "io.heddle"));
    return STATE_OF_TRACER.isIn(tracer)
        ? texts(RESOURCE_OF_STATE.in(STATE_OF_TRACER.in(tracer)))
        : Map.of();
  }

  private static Map<String, String> texts(Object resource) {
    Map<String, String> texts = new HashMap<>();
    if (AS_MAP.in(ATTRIBUTES.in(resource)) instanceof Map<?, ?> attributes) {
      attributes.forEach((key, value) -> put(texts, key, value));
    }
    return texts;
  }

  private static void put(Map<String, String> texts, @Nullable Object key, @Nullable Object value) {
    if (key != null && value instanceof String text) {
      texts.put(KEY.in(key).toString(), text);
    }
  }
}
