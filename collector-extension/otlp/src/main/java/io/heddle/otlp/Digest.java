package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/**
 * 128 bits by which contents are compared: equal for equal ones, and different for any two that
 * nobody made to collide. Says nothing of a content, but is no protection against guessing it.
 */
public record Digest(long high, long low) {
  private static final long FIRST = 0x9E3779B97F4A7C15L;
  private static final long SECOND = 0xC2B2AE3D27D4EB4FL;

  /** The digest of a text. */
  public static Digest of(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return of(bytes, 0, bytes.length);
  }

  /** The digest of a text as UTF-8 has it. */
  static Digest of(byte[] bytes, int from, int length) {
    long high = length * FIRST;
    long low = length * SECOND + 1;
    int whole = from + (length & -Long.BYTES);
    for (int i = from; i < whole; i += Long.BYTES) {
      long word = Bytes.longAt(bytes, i);
      high = mixed(high ^ word, FIRST);
      low = mixed(low ^ word, SECOND);
    }
    long rest = Bytes.shortValue(bytes, whole, from + length - whole);
    return new Digest(ended(high ^ rest, FIRST), ended(low ^ rest, SECOND));
  }

  /** 32 lower-case hex digits. */
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }

  private static long mixed(long value, long factor) {
    long product = value * factor;
    return product ^ product >>> 29;
  }

  private static long ended(long value, long factor) {
    return mixed(mixed(mixed(value, factor), FIRST), SECOND);
  }
}
