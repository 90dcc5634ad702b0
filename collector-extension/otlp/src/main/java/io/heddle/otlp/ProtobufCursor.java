package io.heddle.otlp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cursor over protobuf wire data in an array or a stream. Offsets count from the start of the
 * input; every error names one. A message that {@link #require} has loaded lies in {@link #bytes}.
 */
final class ProtobufCursor {
  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int LENGTH = 2;
  static final int GROUP = 3;
  static final int GROUP_END = 4;
  static final int FIXED32 = 5;

  private static final int BUFFER = 1 << 16;

  /** Bytes of the longest number. */
  static final int LONGEST_VARINT = 10;

  private final @Nullable InputStream in;
  private final int messageLimit;
  private byte[] bytes;
  private int position;
  private int end;
  private long base;

  private ProtobufCursor(@Nullable InputStream in, byte[] bytes, int end, int messageLimit) {
    this.in = in;
    this.bytes = bytes;
    this.end = end;
    this.messageLimit = messageLimit;
  }

  static ProtobufCursor over(byte[] bytes) {
    return new ProtobufCursor(null, bytes, bytes.length, Integer.MAX_VALUE);
  }

  /**
   * Reads from a stream.
   *
   * @param messageLimit bytes of the longest message that is loaded at once
   */
  static ProtobufCursor over(InputStream in, int messageLimit) {
    return new ProtobufCursor(in, new byte[BUFFER], 0, messageLimit);
  }

  long offset() {
    return base + position;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Index of the next byte in {@link #bytes}. */
  int position() {
    return position;
  }

  /** Goes to another byte that is loaded. */
  void moveTo(int newPosition) {
    position = newPosition;
  }

  boolean atEnd() throws IOException {
    return position == end && !fill(1);
  }

  /** Makes the next {@code length} bytes available in {@link #bytes}. */
  void require(int length) throws IOException {
    if (end - position < length && !fill(length)) {
      throw TraceFormatException.at("truncated message", base + end);
    }
  }

  long varint() throws IOException {
    if (position < end) {
      byte first = bytes[position];
      if (first >= 0) {
        position++;
        return first;
      }
      if (end - position > 1 && bytes[position + 1] >= 0) {
        position += 2;
        return (first & 0x7F) | (bytes[position - 1] << 7);
      }
    }
    return longVarint();
  }

  private long longVarint() throws IOException {
    if (end - position < LONGEST_VARINT) {
      fill(LONGEST_VARINT);
    }
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (position == end) {
        throw TraceFormatException.at("truncated message", offset());
      }
      byte next = bytes[position++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw TraceFormatException.at("number of more than ten bytes", offset());
  }

  /** A length that must end at or before {@code limit}. */
  int length(long limit) throws IOException {
    long at = offset();
    long length = varint();
    if (length < 0 || length > limit - offset()) {
      throw TraceFormatException.at("length beyond the end of its message", at);
    }
    if (length > messageLimit) {
      throw TraceFormatException.at(
          "message of " + length + " bytes, more than the limit of " + messageLimit + ",", at);
    }
    return (int) length;
  }

  /** Like {@link #length} for a message whose fields are read one by one: only its end counts. */
  long end(long limit) throws IOException {
    long at = offset();
    long length = varint();
    if (length < 0 || length > limit - offset()) {
      throw TraceFormatException.at("length beyond the end of its message", at);
    }
    return offset() + length;
  }

  /** Complains when the last field went beyond the end of its message. */
  void expectEnd(long limit) throws TraceFormatException {
    if (offset() != limit) {
      throw TraceFormatException.at("field beyond the end of its message", limit);
    }
  }

  long fixed64() throws IOException {
    require(Long.BYTES);
    long value = Bytes.longAt(bytes, position);
    position += Long.BYTES;
    return value;
  }

  /** Eight bytes of an id, the first one highest. */
  long idPart() throws IOException {
    require(Long.BYTES);
    long value = Bytes.bigEndianLongAt(bytes, position);
    position += Long.BYTES;
    return value;
  }

  long fixed32BigEndian() throws IOException {
    require(Integer.BYTES);
    long value = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      value = (value << 8) | (bytes[position++] & 0xFF);
    }
    return value;
  }

  /** Jumps over the value of a field that is not wanted. */
  void skip(int tag, long limit) throws IOException {
    switch (tag & 7) {
      case VARINT -> varint();
      case FIXED64 -> skipBytes(Long.BYTES, limit);
      case LENGTH -> {
        long to = end(limit);
        skipBytes(to - offset(), limit);
      }
      case FIXED32 -> skipBytes(Integer.BYTES, limit);
      case GROUP -> skipGroup(limit);
      default -> throw TraceFormatException.at("wire type " + (tag & 7), offset());
    }
  }

  void skipBytes(long count, long limit) throws IOException {
    if (count > limit - offset()) {
      throw TraceFormatException.at("value beyond the end of its message", offset());
    }
    long left = count;
    while (left > end - position) {
      left -= end - position;
      position = end;
      if (!fill(1)) {
        throw TraceFormatException.at("truncated message", offset());
      }
    }
    position += (int) left;
  }

  /**
   * Goes to the end of a damaged message, or of the input if that comes first.
   *
   * @return false when the damage led so far beyond the end that there is no way back
   */
  boolean leave(long to) throws IOException {
    long left = to - offset();
    while (left > end - position) {
      left -= end - position;
      position = end;
      if (!fill(1)) {
        return true;
      }
    }
    if (position + left < 0) {
      return false;
    }
    position += (int) left;
    return true;
  }

  /** Groups are skipped by counting, so that deep ones cost no stack. */
  private void skipGroup(long limit) throws IOException {
    int depth = 1;
    while (depth > 0) {
      if (offset() >= limit || atEnd()) {
        throw TraceFormatException.at("group without an end", offset());
      }
      int tag = (int) varint();
      switch (tag & 7) {
        case GROUP -> depth++;
        case GROUP_END -> depth--;
        default -> skip(tag, limit);
      }
    }
  }

  private boolean fill(int wanted) throws IOException {
    if (in == null) {
      return false;
    }
    if (position > 0) {
      System.arraycopy(bytes, position, bytes, 0, end - position);
      base += position;
      end -= position;
      position = 0;
    }
    while (end < wanted) {
      if (end == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8));
      }
      int read = in.read(bytes, end, bytes.length - end);
      if (read < 0) {
        return false;
      }
      end += read;
    }
    return true;
  }
}
