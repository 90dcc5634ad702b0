package io.heddle.otlp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of a stream as bytes, where they lie in one buffer that is reused. */
final class LineSource {
  private final InputStream in;
  private final int limit;
  private byte[] bytes = new byte[1 << 16];
  private int from;
  private int to;
  private int next;
  private int end;
  private long number;

  LineSource(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** Goes to the next line; false after the last one. */
  boolean next() throws IOException {
    from = next;
    to = lineEnd(from);
    while (to == end && fill()) {
      to = lineEnd(to);
    }
    if (from == end) {
      return false;
    }
    number++;
    next = Math.min(end, to + 1);
    return true;
  }

  /** The buffer in which the line lies until the next one is asked for. */
  byte[] bytes() {
    return bytes;
  }

  /** Where the line begins in {@link #bytes}. */
  int from() {
    return from;
  }

  /** Where the line ends in {@link #bytes}, without the line feed. */
  int to() {
    return to;
  }

  /** From 1. */
  long number() {
    return number;
  }

  boolean isBlank() {
    for (int i = from; i < to; i++) {
      if (bytes[i] > ' ' || bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private int lineEnd(int start) {
    return Bytes.indexOf(bytes, start, end, '\n');
  }

  /** Reads on behind the line that began; false at the end of the stream. */
  private boolean fill() throws IOException {
    if (to - from > limit) {
      throw new TraceFormatException(
          "line " + (number + 1) + " is longer than " + limit + " bytes");
    }
    if (from > 0) {
      System.arraycopy(bytes, from, bytes, 0, end - from);
      to -= from;
      end -= from;
      from = 0;
    } else if (end == bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(2L * end, Integer.MAX_VALUE - 8));
    }
    int read = Math.max(0, in.read(bytes, end, bytes.length - end));
    end += read;
    return read > 0;
  }
}
