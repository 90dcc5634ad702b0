package io.heddle.instrumentation.methods;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The names of one method's calls. Arguments may have any number of values, nodes must not: once
 * there are {@value #MOST} names, a {@code *} takes the place of the arguments in each further one.
 * Thread-safe.
 */
final class CallNames {
  static final int MOST = 1000;

  private final NameTemplate template;
  private final String className;
  private final String method;
  private final String common;
  private final Map<String, String> seen = new ConcurrentHashMap<>();

  CallNames(NameTemplate template, String className, String method) {
    this.template = template;
    this.className = className;
    this.method = method;
    this.common = template.name(className, method, null);
  }

  /** The name of all calls, should it not depend on arguments. */
  @Nullable String fixed() {
    return template.hasArguments() ? null : common;
  }

  /** The name of one call. */
  String of(@Nullable Object... arguments) {
    String name = template.name(className, method, arguments);
    String known = seen.get(name);
    if (known != null) {
      return known;
    }
    if (seen.size() >= MOST) {
      return common;
    }
    seen.put(name, name);
    return name;
  }
}
