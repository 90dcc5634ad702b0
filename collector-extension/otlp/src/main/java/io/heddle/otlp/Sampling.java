package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * What a trace state tells about OpenTelemetry's consistent probability sampling: its member {@code
 * ot} holds fields between semicolons, and {@code th} is the threshold below which traces were left
 * out, in hexadecimal digits without the zeros at the end.
 */
final class Sampling {
  private static final byte[] MEMBER = "ot=".getBytes(US_ASCII);
  private static final byte[] THRESHOLD = "th:".getBytes(US_ASCII);
  private static final int MOST_DIGITS = 14;

  /** Whether the trace state in {@code bytes[from, to)} has a threshold, and one above zero. */
  static boolean isSampled(byte[] bytes, int from, int to) {
    int end;
    for (int at = from; at < to; at = end + 1) {
      end = Bytes.indexOf(bytes, at, to, ',');
      int name = skipSpace(bytes, at, end);
      if (startsWith(bytes, name, end, MEMBER)) {
        return hasThreshold(bytes, name + MEMBER.length, end);
      }
    }
    return false;
  }

  private static boolean hasThreshold(byte[] bytes, int from, int to) {
    int end;
    for (int at = from; at < to; at = end + 1) {
      end = Bytes.indexOf(bytes, at, to, ';');
      if (startsWith(bytes, at, end, THRESHOLD)) {
        return isAboveZero(bytes, at + THRESHOLD.length, end);
      }
    }
    return false;
  }

  /** False for what is no threshold, as the specification asks for. */
  private static boolean isAboveZero(byte[] bytes, int from, int to) {
    int digits = 0;
    boolean aboveZero = false;
    for (int at = from; at < to && !isSpace(bytes[at]); at++) {
      if (Character.digit(bytes[at], 16) < 0 || ++digits > MOST_DIGITS) {
        return false;
      }
      aboveZero |= bytes[at] != '0';
    }
    return aboveZero;
  }

  private static boolean startsWith(byte[] bytes, int from, int to, byte[] start) {
    return to - from >= start.length && Bytes.equal(start, 0, bytes, from, start.length);
  }

  private static int skipSpace(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && isSpace(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(byte each) {
    return each == ' ' || each == '\t';
  }

  private Sampling() {}
}
