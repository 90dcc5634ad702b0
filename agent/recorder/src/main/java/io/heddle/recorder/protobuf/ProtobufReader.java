package io.heddle.recorder.protobuf;

import java.nio.charset.StandardCharsets;

/**
 * Looks fields up in a short message of the Protocol Buffers wire format. Where the bytes make no
 * sense it stops: fields from there on are absent. Immutable.
 */
public final class ProtobufReader {
  private final byte[] message;
  private final int from;
  private final int to;

  /** A message in all of the array, which is not copied. */
  public ProtobufReader(byte[] message) {
    this(message, 0, message.length);
  }

  private ProtobufReader(byte[] message, int from, int to) {
    this.message = message;
    this.from = from;
    this.to = to;
  }

  /** The first varint of that field; 0 if it is absent. */
  public long varint(int field) {
    Cursor cursor = new Cursor();
    return cursor.find(field, 0) ? cursor.value : 0;
  }

  /** The first string of that field; empty if it is absent. */
  public String text(int field) {
    ProtobufReader found = message(field);
    return new String(message, found.from, found.to - found.from, StandardCharsets.UTF_8);
  }

  /** The first message of that field; one without fields if it is absent. */
  public ProtobufReader message(int field) {
    Cursor cursor = new Cursor();
    return cursor.find(field, 2)
        ? new ProtobufReader(message, cursor.at - (int) cursor.value, cursor.at)
        : new ProtobufReader(message, from, from);
  }

  /** Goes from field to field. */
  private final class Cursor {
    private int at = from;
    private long value;

    /** Goes behind the first such field; {@link #value} is its number or its length. */
    boolean find(int field, int type) {
      while (at < to && next()) {
        int tag = (int) value;
        if (!skip(tag & 7)) {
          return false;
        }
        if (tag == ((field << 3) | type)) {
          return true;
        }
      }
      return false;
    }

    private boolean skip(int type) {
      return switch (type) {
        case 0 -> next();
        case 1 -> forward(Long.BYTES);
        case 2 -> next() && forward(value);
        case 5 -> forward(Integer.BYTES);
        default -> false;
      };
    }

    private boolean forward(long bytes) {
      boolean inside = bytes >= 0 && bytes <= to - at;
      at += inside ? (int) bytes : 0;
      return inside;
    }

    /** Reads a varint. */
    private boolean next() {
      value = 0;
      for (int shift = 0; shift < Long.SIZE && at < to; shift += 7) {
        byte read = message[at++];
        value |= (read & 0x7fL) << shift;
        if (read >= 0) {
          return true;
        }
      }
      return false;
    }
  }
}
