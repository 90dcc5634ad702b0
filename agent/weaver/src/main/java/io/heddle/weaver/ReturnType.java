package io.heddle.weaver;

import org.jspecify.annotations.Nullable;

/**
 * What a woven method may return, known by name only: its class is never loaded for us. As a {@link
 * ClassValue} it says of which classes that may be. Thread-safe.
 */
final class ReturnType extends ClassValue<Boolean> {
  private final String name;

  ReturnType(String name) {
    this.name = name;
  }

  /** Whether {@code value} may stand in for a result of this type; null always may. */
  boolean accepts(@Nullable Object value) {
    return value == null || get(value.getClass());
  }

  @Override
  protected Boolean computeValue(Class<?> type) {
    return isNamed(type);
  }

  private boolean isNamed(@Nullable Class<?> type) {
    if (type == null) {
      return false;
    }
    if (type.getName().equals(name) || name.equals("java.lang.Object")) {
      return true;
    }
    for (Class<?> parent : type.getInterfaces()) {
      if (isNamed(parent)) {
        return true;
      }
    }
    return isNamed(type.getSuperclass());
  }

  @Override
  public String toString() {
    return name;
  }
}
