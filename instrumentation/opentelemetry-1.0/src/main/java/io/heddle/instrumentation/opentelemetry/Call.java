package io.heddle.instrumentation.opentelemetry;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/** A public method of another loader's API, called with objects. Thread-safe. */
final class Call {
  private final MethodHandle handle;

  private Call(MethodHandle handle) {
    this.handle = handle;
  }

  /**
   * The method of that name, static or not.
   *
   * @throws ReflectiveOperationException if there is none
   */
  static Call of(Class<?> owner, String name, Class<?>... parameters)
      throws ReflectiveOperationException {
    MethodHandle exact = MethodHandles.publicLookup().unreflect(owner.getMethod(name, parameters));
    return new Call(exact.asType(exact.type().generic()));
  }

  @Nullable Object call() {
    try {
      return (Object) handle.invokeExact();
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  @Nullable Object call(@Nullable Object first) {
    try {
      return (Object) handle.invokeExact(first);
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  @Nullable Object call(@Nullable Object first, @Nullable Object second) {
    try {
      return (Object) handle.invokeExact(first, second);
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  @Nullable Object call(@Nullable Object first, @Nullable Object second, @Nullable Object third) {
    try {
      return (Object) handle.invokeExact(first, second, third);
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  @Nullable Object call(
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    try {
      return (Object) handle.invokeExact(first, second, third, fourth);
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  private static RuntimeException failed(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return new IllegalStateException("OpenTelemetry's API", failure);
  }
}
