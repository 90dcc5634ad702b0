package io.heddle.mapping;

import org.jspecify.annotations.Nullable;

/**
 * One line of the mapping table: this attribute key means that field.
 *
 * @param reading how the value is read
 * @param ofResource whether a resource may say it for all its spans
 * @param with key that must occur in the same table of spans, for keys that others use too
 * @param rank position in the table; within a field the smallest wins
 */
public record Row(
    Source source,
    Field field,
    String key,
    Reading reading,
    boolean ofResource,
    @Nullable String with,
    int rank) {
  /** Whether the value is taken as it stands. */
  boolean isPlain() {
    return reading instanceof Reading.Scaled scaled && scaled.factor() == 1;
  }

  /** Whether the value is one of a few. */
  boolean hasFewValues() {
    return isPlain() && field.hasFewValues();
  }

  /** Whether spans are told apart by the value, and not only by the key. */
  boolean tellsApart() {
    return hasFewValues() && !(field == Field.TYPE && Types.isToldByKey(key));
  }
}
