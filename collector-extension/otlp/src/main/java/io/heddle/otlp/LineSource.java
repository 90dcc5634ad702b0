package io.heddle.otlp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of a stream as bytes, in one buffer that is reused. */
final class LineSource {
  private final InputStream in;
  private final int limit;
  private byte[] line = new byte[1 << 13];
  private final byte[] block = new byte[1 << 16];
  private int blockAt;
  private int blockEnd;
  private int length;
  private long number;

  LineSource(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** Goes to the next line; false after the last one. */
  boolean next() throws IOException {
    length = 0;
    if (blockAt == blockEnd && !fill()) {
      return false;
    }
    number++;
    do {
      int end = lineEnd();
      append(end - blockAt);
      blockAt = end;
      if (end < blockEnd) {
        blockAt++;
        return true;
      }
    } while (fill());
    return true;
  }

  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  /** From 1. */
  long number() {
    return number;
  }

  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] > ' ' || line[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private int lineEnd() {
    int end = blockAt;
    while (end < blockEnd && block[end] != '\n') {
      end++;
    }
    return end;
  }

  private void append(int count) throws TraceFormatException {
    if (count > limit - length) {
      throw new TraceFormatException("line " + number + " is longer than " + limit + " bytes");
    }
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.max(length + count, line.length * 2));
    }
    System.arraycopy(block, blockAt, line, length, count);
    length += count;
  }

  private boolean fill() throws IOException {
    blockAt = 0;
    blockEnd = Math.max(0, in.read(block));
    return blockEnd > 0;
  }
}
