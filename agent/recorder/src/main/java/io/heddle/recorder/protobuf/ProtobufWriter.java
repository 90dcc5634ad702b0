package io.heddle.recorder.protobuf;

import io.heddle.recorder.jvm.CompiledApart;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A growing buffer of fields in the Protocol Buffers wire format. Allocates only to grow. One
 * thread at a time.
 *
 * <p>Every field is written, defaults too. A message inside a message lies between {@link #begin}
 * and {@link #end}; its length is filled in afterwards, so nothing is measured beforehand:
 *
 * <pre>{@code
 * int status = writer.begin(15);
 * writer.text(2, "out of order");
 * writer.end(status);
 * }</pre>
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Encoding</a>
 */
public final class ProtobufWriter {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int DELIMITED = 2;
  private static final int FIXED_32 = 5;

  private static final VarHandle LITTLE_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle BIG_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final int TYPE_BITS = 3;
  private static final int MAX_VARINT = 10;

  private byte[] buffer;
  private int position;

  public ProtobufWriter(int capacity) {
    buffer = new byte[Math.max(capacity, 2 * MAX_VARINT)];
  }

  /** A field of type {@code int32}, {@code int64}, {@code uint64} or an enumeration. */
  public void varint(int field, long value) {
    tag(field, VARINT);
    element(value);
  }

  /** A field of type {@code bool}. */
  public void bool(int field, boolean value) {
    varint(field, value ? 1 : 0);
  }

  /** A field of type {@code fixed32} or {@code sfixed32}. */
  public void fixed32(int field, int value) {
    tag(field, FIXED_32);
    room(Integer.BYTES);
    position += Integer.BYTES;
    setFixed32(position - Integer.BYTES, value);
  }

  /** Writes a {@code fixed32} again that lies there. */
  public void setFixed32(int at, int value) {
    for (int i = 0; i < Integer.BYTES; i++) {
      buffer[at + i] = (byte) (value >>> (Byte.SIZE * i));
    }
  }

  /** A field of type {@code fixed64} or {@code sfixed64}. */
  public void fixed64(int field, long value) {
    tag(field, FIXED_64);
    fixedElement(value);
  }

  /** A field of type {@code double}. */
  public void float64(int field, double value) {
    fixed64(field, Double.doubleToRawLongBits(value));
  }

  /** A field of type {@code string}: UTF-8, half a surrogate pair becomes a question mark. */
  @CompiledApart
  public void text(int field, String value) {
    int mark = begin(field);
    room(Utf8.MAX_BYTES_A_CHAR * value.length());
    position = Utf8.encode(value, buffer, position);
    end(mark);
  }

  /** A field of type {@code bytes}. */
  public void bytes(int field, byte[] value) {
    tag(field, DELIMITED);
    element(value.length);
    raw(value, 0, value.length);
  }

  /** A field of type {@code bytes} with 16 of them, most significant first. */
  public void bytes(int field, long high, long low) {
    tag(field, DELIMITED);
    element(2 * Long.BYTES);
    room(2 * Long.BYTES);
    bigEndian(high);
    bigEndian(low);
  }

  /** A field of type {@code bytes} with 8 of them, most significant first. */
  public void bytes(int field, long value) {
    tag(field, DELIMITED);
    element(Long.BYTES);
    room(Long.BYTES);
    bigEndian(value);
  }

  /**
   * Begins a message, or a packed repeated field of {@link #element}s.
   *
   * @return what {@link #end} wants
   */
  public int begin(int field) {
    tag(field, DELIMITED);
    room(1);
    return position++;
  }

  /** The begin of a message whose length is known. */
  public void header(int field, int length) {
    tag(field, DELIMITED);
    element(length);
  }

  /** Ends what began at that mark. A length of 128 and more moves what was written. */
  public void end(int mark) {
    int length = position - mark - 1;
    int extra = sizeOfVarint(length) - 1;
    if (extra > 0) {
      room(extra);
      System.arraycopy(buffer, mark + 1, buffer, mark + 1 + extra, length);
    }
    position = mark;
    element(length);
    position += length;
  }

  /** One varint without a tag: an element of a packed field. */
  public void element(long value) {
    if ((value & ~0x7fL) == 0) {
      room(1);
      buffer[position++] = (byte) value;
    } else {
      longElement(value);
    }
  }

  /** Apart from the short ones, which are compiled into all that writes lengths and tags. */
  private void longElement(long value) {
    room(MAX_VARINT);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      buffer[position++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    buffer[position++] = (byte) rest;
  }

  /** Eight bytes without a tag: an element of a packed field of type {@code fixed64}. */
  public void fixedElement(long value) {
    room(Long.BYTES);
    position += Long.BYTES;
    setFixed64(position - Long.BYTES, value);
  }

  /** Writes a {@code fixed64} again that lies there. */
  public void setFixed64(int at, long value) {
    LITTLE_ENDIAN.set(buffer, at, value);
  }

  /** Writes eight bytes again that lie there, most significant first. */
  public void setBytes(int at, long value) {
    BIG_ENDIAN.set(buffer, at, value);
  }

  /** Bytes as they are: fields that were written before. */
  public void raw(byte[] source, int from, int length) {
    room(length);
    System.arraycopy(source, from, buffer, position, length);
    position += length;
  }

  /** How many bytes are written. */
  public int position() {
    return position;
  }

  /** Goes back to an earlier position; what was written behind it is forgotten. */
  public void rewind(int earlier) {
    if (earlier < 0 || earlier > position) {
      throw new IllegalArgumentException(earlier + " is not within the " + position + " written");
    }
    position = earlier;
  }

  /** The buffer itself; another one after the next write that needs more room. */
  public byte[] array() {
    return buffer;
  }

  /** A copy of what is written. */
  public byte[] toByteArray() {
    return Arrays.copyOf(buffer, position);
  }

  /** Bytes that a varint takes, 1 to 10. */
  public static int sizeOfVarint(long value) {
    return (Long.SIZE + 6 - Long.numberOfLeadingZeros(value | 1)) / 7;
  }

  private void tag(int field, int type) {
    element(((long) field << TYPE_BITS) | type);
  }

  private void bigEndian(long value) {
    position += Long.BYTES;
    setBytes(position - Long.BYTES, value);
  }

  private void room(int bytes) {
    if (buffer.length - position < bytes) {
      grow(bytes);
    }
  }

  @CompiledApart
  private void grow(int bytes) {
    int half = buffer.length / 2;
    buffer = Arrays.copyOf(buffer, Math.max(Math.addExact(position, bytes), buffer.length + half));
  }
}
