package io.heddle.recorder.export;

import org.jspecify.annotations.Nullable;

/**
 * A named value of a span.
 *
 * @param value a {@code String}, {@code Long}, {@code Double}, {@code Boolean} or list of strings;
 *     anything else is sent as its text
 */
public record Attribute(String key, Object value) {
  /** As the JDK would have it, which spins 50 classes for the first that is asked. */
  @Override
  public int hashCode() {
    return 31 * key.hashCode() + value.hashCode();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attribute attribute
        && key.equals(attribute.key)
        && value.equals(attribute.value);
  }
}
