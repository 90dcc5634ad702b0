package io.heddle.otlp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/** The part of a JSON stream that is in memory; it moves on as it is read. */
final class JsonWindow {
  private final InputStream in;
  private final int limit;
  private byte[] bytes;
  private int position;
  private int end;
  private long base;

  /**
   * A window over a stream.
   *
   * @param size bytes that are loaded at once
   * @param limit bytes of the longest object that is loaded
   */
  JsonWindow(InputStream in, int size, int limit) {
    this.in = in;
    this.limit = limit;
    bytes = new byte[size];
  }

  byte[] bytes() {
    return bytes;
  }

  /** Index of the next byte in {@link #bytes}. */
  int position() {
    return position;
  }

  /** Where what is loaded ends in {@link #bytes}. */
  int end() {
    return end;
  }

  /** The next byte of the stream. */
  long offset() {
    return base + position;
  }

  /** Goes to another byte that is loaded. */
  void moveTo(int newPosition) {
    position = newPosition;
  }

  /** The next byte that is no white space, not taken; 0 at the end. */
  byte peek() throws IOException {
    while (position < end || load()) {
      if (bytes[position] > ' ' || " \n\r\t".indexOf(bytes[position]) < 0) {
        return bytes[position];
      }
      position++;
    }
    return 0;
  }

  /** Takes a byte behind white space; false when another one stands there. */
  boolean take(char wanted) throws IOException {
    boolean found = peek() == wanted;
    position += found ? 1 : 0;
    return found;
  }

  /** Loads so many bytes, or fewer at the end of the stream. */
  void require(int count) throws IOException {
    while (end - position < count && load()) {
      // as often as it takes
    }
  }

  /**
   * Loads the object that begins here.
   *
   * @return where it ends in {@link #bytes}; -1 when it has no end or is too long
   */
  int objectEnd() throws IOException {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; position + i < end || load(); i++) {
      byte next = bytes[position + i];
      if (next == '\\' && quoted) {
        i++;
      } else if (next == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        depth += change(next);
        if (depth == 0) {
          return position + i + 1;
        }
      }
    }
    return -1;
  }

  /** What was not taken, behind other bytes. */
  InputStream rest(byte[] before) {
    InputStream loaded = new ByteArrayInputStream(bytes, position, end - position);
    return new SequenceInputStream(
        new SequenceInputStream(new ByteArrayInputStream(before), loaded), in);
  }

  private static int change(byte bracket) {
    return switch (bracket) {
      case '{', '[' -> 1;
      case '}', ']' -> -1;
      default -> 0;
    };
  }

  /** Reads on behind what was not taken; false at the end of the stream or of what is allowed. */
  private boolean load() throws IOException {
    if (position > 0) {
      System.arraycopy(bytes, position, bytes, 0, end - position);
      base += position;
      end -= position;
      position = 0;
    } else if (end == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(2 * bytes.length, limit));
    }
    int read = Math.max(0, in.read(bytes, end, bytes.length - end));
    end += read;
    return read > 0;
  }
}
