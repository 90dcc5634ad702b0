package io.heddle.recorder.value;

import org.jspecify.annotations.Nullable;

/**
 * 64-bit structural hash of a value, for telling equal inputs from different ones.
 *
 * <p>Knows strings, boxed primitives, enums, {@code BigInteger}, {@code BigDecimal}, {@code UUID},
 * {@code java.time} values, optionals, records, arrays, and the JDK's own lists, sets and maps of
 * such. Anything else is {@link #UNKNOWN}: no method of a class it does not know is ever called.
 * Work is bounded ({@value #MAX_CHARACTERS} characters, {@value #MAX_ELEMENTS} elements); a value
 * beyond that is unknown. Thread-safe, never throws.
 */
public final class ValueHash {
  /** The value cannot be hashed; never the hash of a value. */
  public static final long UNKNOWN = 0;

  static final int MAX_CHARACTERS = 65_536;
  static final int MAX_ELEMENTS = 10_000;

  private ValueHash() {}

  /**
   * Whether reading maps of that class runs no user code and takes no lock: what it calls is the
   * JDK's, and it is no view of a map that may be anybody's.
   */
  public static boolean isPlainMap(Class<?> type) {
    return ValueKind.of(type).form() == ValueKind.Form.MAP;
  }

  /** The value's hash, or {@link #UNKNOWN}. Null has a hash of its own. */
  public static long of(@Nullable Object value) {
    return new ValueHasher().hash(value);
  }
}
