package io.heddle.core.advice;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is worked out when it is first asked for. Thread-safe: who asks meanwhile waits, so
 * the source must neither wait for other threads nor ask for another such value in a circle.
 */
final class Once<T> {
  private final Supplier<T> source;
  private @Nullable T value;

  Once(Supplier<T> source) {
    this.source = source;
  }

  synchronized T get() {
    if (value == null) {
      value = Objects.requireNonNull(source.get());
    }
    return value;
  }
}
