package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** A protobuf message being written. Fields of a default value are left out. */
final class ProtobufBuffer {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  ProtobufBuffer varint(int field, long value) {
    if (value != 0) {
      always(field, value);
    }
    return this;
  }

  /** Also when the value is 0, as a choice between fields needs it. */
  ProtobufBuffer always(int field, long value) {
    plain((long) field << 3 | VARINT);
    plain(value);
    return this;
  }

  ProtobufBuffer fixed64(int field, long value) {
    plain((long) field << 3 | FIXED64);
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      out.write((int) (value >>> shift));
    }
    return this;
  }

  ProtobufBuffer text(int field, String text) {
    return bytes(field, text.getBytes(UTF_8));
  }

  ProtobufBuffer message(int field, ProtobufBuffer message) {
    return bytes(field, message.bytes());
  }

  ProtobufBuffer bytes(int field, byte[] bytes) {
    plain((long) field << 3 | LENGTH);
    plain(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  /** An id of that many longs, the highest byte first. */
  ProtobufBuffer id(int field, long... parts) {
    plain((long) field << 3 | LENGTH);
    plain((long) parts.length * Long.BYTES);
    for (long part : parts) {
      for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
        out.write((int) (part >>> shift));
      }
    }
    return this;
  }

  /** A number without a field. */
  void plain(long number) {
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
