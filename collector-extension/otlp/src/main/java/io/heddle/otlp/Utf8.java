package io.heddle.otlp;

import java.util.Arrays;

/** The content of JSON strings as UTF-8: eight plain bytes at a time, the others one by one. */
final class Utf8 {
  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final int HEX_DIGITS = 4;
  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String ESCAPED = "\"\\/\b\f\n\r\t";

  private byte[] bytes = new byte[256];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Where the first quote, backslash, control character or byte beyond ASCII stands. */
  int endOfPlain(byte[] in, int from, int to) {
    int at = from;
    while (to - at >= Long.BYTES) {
      long special = special(Bytes.longAt(in, at));
      if (special != 0) {
        return at + (Long.numberOfTrailingZeros(special) >>> 3);
      }
      at += Long.BYTES;
    }
    while (at < to && in[at] >= ' ' && in[at] != '"' && in[at] != '\\') {
      at++;
    }
    return at;
  }

  /**
   * Reads a string that is not plain to its closing quote.
   *
   * @param special where the first byte stands that is not plain
   * @return the place behind the quote; -1 when the string is damaged or unusual
   */
  int unquote(byte[] in, int from, int special, int to) {
    length = 0;
    int at = from;
    int stop = special;
    while (stop < to && in[stop] != '"') {
      append(in, at, stop);
      at = in[stop] == '\\' ? escape(in, stop + 1, to) : character(in, stop, to);
      if (at < 0) {
        return -1;
      }
      stop = endOfPlain(in, at, to);
    }
    append(in, at, stop);
    return stop < to ? stop + 1 : -1;
  }

  /** A high bit in the lowest byte that is special, and perhaps in bytes above. */
  private static long special(long word) {
    long quote = word ^ '"' * EACH;
    long backslash = word ^ '\\' * EACH;
    long zeros = ((quote - EACH) & ~quote) | ((backslash - EACH) & ~backslash);
    long controls = (word - ' ' * EACH) & ~word;
    return (zeros | controls | word) & HIGH_BITS;
  }

  private int escape(byte[] in, int at, int to) {
    if (at >= to) {
      return -1;
    }
    if (in[at] == 'u') {
      return numbered(in, at + 1, to);
    }
    int which = ESCAPES.indexOf(in[at]);
    if (which >= 0) {
      append(ESCAPED.charAt(which));
    }
    return which < 0 ? -1 : at + 1;
  }

  private int numbered(byte[] in, int at, int to) {
    if (to - at < HEX_DIGITS) {
      return -1;
    }
    int code = 0;
    for (int i = at; i < at + HEX_DIGITS; i++) {
      int digit = in[i] < 0 ? -1 : Character.digit(in[i], 16);
      if (digit < 0) {
        return -1;
      }
      code = (code << 4) | digit;
    }
    if (Character.isSurrogate((char) code)) {
      return -1;
    }
    append((char) code);
    return at + HEX_DIGITS;
  }

  private void append(char code) {
    if (code < 0x80) {
      append(code, 0, 1);
    } else if (code < 0x800) {
      append(0xC0 | (code >> 6), 0x80 | (code & 0x3F), 2);
    } else {
      append(0xE0 | (code >> 12), 0x80 | ((code >> 6) & 0x3F), 2);
      append(0x80 | (code & 0x3F), 0, 1);
    }
  }

  /** Copies a character of several bytes; -1 when they are none, or one that has another form. */
  private int character(byte[] in, int at, int to) {
    int first = in[at] & 0xFF;
    int size = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (size == 0 || to - at < size || !isContinued(in, at, size)) {
      return -1;
    }
    int second = in[at + 1] & 0xFF;
    boolean unusual =
        (first == 0xE0 && second < 0xA0)
            || (first == 0xED && second > 0x9F)
            || (first == 0xF0 && second < 0x90)
            || (first == 0xF4 && second > 0x8F);
    if (unusual) {
      return -1;
    }
    append(in, at, at + size);
    return at + size;
  }

  private static boolean isContinued(byte[] in, int at, int size) {
    for (int i = at + 1; i < at + size; i++) {
      if ((in[i] & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }

  private void append(int first, int second, int count) {
    room(count);
    bytes[length] = (byte) first;
    if (count > 1) {
      bytes[length + 1] = (byte) second;
    }
    length += count;
  }

  private void append(byte[] in, int from, int to) {
    room(to - from);
    System.arraycopy(in, from, bytes, length, to - from);
    length += to - from;
  }

  private void room(int count) {
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
    }
  }
}
