package io.heddle.recorder.otlp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** An encoded request inside a larger array, which is not copied. */
public final class Payload {
  private final byte[] bytes;
  private final int from;
  private final int length;

  Payload(byte[] bytes, int from, int length) {
    this.bytes = bytes;
    this.from = from;
    this.length = length;
  }

  /** All of an array. */
  static Payload of(byte[] bytes) {
    return new Payload(bytes, 0, bytes.length);
  }

  /** The same bytes in an array of their own. */
  public Payload copy() {
    return Payload.of(Arrays.copyOfRange(bytes, from, from + length));
  }

  /** How many bytes it has. */
  public int length() {
    return length;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, from, length);
  }

  /** A view of it. */
  ByteBuffer buffer() {
    return ByteBuffer.wrap(bytes, from, length);
  }
}
