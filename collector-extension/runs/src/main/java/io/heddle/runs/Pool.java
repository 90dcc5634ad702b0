package io.heddle.runs;

import java.util.HashMap;
import java.util.Map;

/** Keeps one of all equal values. Not thread-safe. */
final class Pool<T> {
  private final Map<T, T> values = new HashMap<>();

  /** The value that stands for this one. */
  T share(T value) {
    T known = values.putIfAbsent(value, value);
    return known == null ? value : known;
  }
}
