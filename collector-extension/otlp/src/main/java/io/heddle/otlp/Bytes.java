package io.heddle.otlp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Hash and equality of pieces of arrays, eight bytes at a time: most pieces are shorter than 40.
 */
final class Bytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle BIG_ENDIAN_LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  static int hash(byte[] bytes, int from, int length) {
    long hash = length * MIX;
    if (length < Long.BYTES) {
      return folded((hash ^ shortValue(bytes, from, length)) * MIX);
    }
    int last = from + length - Long.BYTES;
    for (int i = from; i < last; i += Long.BYTES) {
      hash = (hash ^ longAt(bytes, i)) * MIX;
      hash ^= hash >>> 32;
    }
    return folded((hash ^ longAt(bytes, last)) * MIX);
  }

  /** Whether two pieces of the same length are equal; the last eight bytes are read as one. */
  static boolean equal(byte[] left, int leftFrom, byte[] right, int rightFrom, int length) {
    if (length < Long.BYTES) {
      return shortValue(left, leftFrom, length) == shortValue(right, rightFrom, length);
    }
    int last = length - Long.BYTES;
    for (int i = 0; i < last; i += Long.BYTES) {
      if (longAt(left, leftFrom + i) != longAt(right, rightFrom + i)) {
        return false;
      }
    }
    return longAt(left, leftFrom + last) == longAt(right, rightFrom + last);
  }

  /** Where a byte of ASCII stands first in {@code bytes[from, to)}, else {@code to}. */
  static int indexOf(byte[] bytes, int from, int to, char wanted) {
    int at = from;
    for (; to - at >= Long.BYTES; at += Long.BYTES) {
      long others = longAt(bytes, at) ^ wanted * EACH;
      long found = (others - EACH) & ~others & HIGH_BITS;
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < to && bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  static long shortValue(byte[] bytes, int from, int length) {
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = (value << 8) | (bytes[from + i] & 0xFF);
    }
    return value;
  }

  static long longAt(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  static long bigEndianLongAt(byte[] bytes, int at) {
    return (long) BIG_ENDIAN_LONGS.get(bytes, at);
  }

  private static int folded(long hash) {
    return (int) (hash ^ (hash >>> 32));
  }

  private Bytes() {}
}
