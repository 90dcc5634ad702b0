package io.heddle.instrumentation.opentelemetry;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the classes of one copy of OpenTelemetry are.
 *
 * @param prefix of their binary names, with the last dot
 * @param loader null for the boot loader
 */
record Names(String prefix, @Nullable ClassLoader loader) {
  static final String CONTEXT = "context.Context";

  /** What the classes of an application begin with. */
  static final String PLAIN = "io.opentelemetry.";

  /** The same in OpenTelemetry's Java agent, which keeps them in the boot loader. */
  static final String OF_AGENT = "io.opentelemetry.javaagent.shaded." + PLAIN;

  /** The copy whose interface {@code Context} that is. */
  static Names of(Class<?> context) {
    String name = context.getName();
    return new Names(name.substring(0, name.length() - CONTEXT.length()), context.getClassLoader());
  }

  static boolean isContext(Class<?> type) {
    return type.getName().equals(PLAIN + CONTEXT) || type.getName().equals(OF_AGENT + CONTEXT);
  }

  boolean isOfAgent() {
    return prefix.equals(OF_AGENT);
  }

  Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(prefix + name, false, loader);
  }

  /** What the API says is never null. */
  static Object present(@Nullable Object value) {
    return Objects.requireNonNull(value, "null from OpenTelemetry's API");
  }
}
