package io.heddle.otlp;

import static io.heddle.otlp.ProtobufCursor.LENGTH;
import static io.heddle.otlp.ProtobufCursor.VARINT;

/**
 * Reads attributes as every SDK writes them, the key and then one text or whole number, without
 * asking at each byte whether the input ends there. All others are left to {@link OtlpAttributes}.
 */
final class PlainAttributes {
  private static final int KEY = 1 << 3 | LENGTH;
  private static final int VALUE = 2 << 3 | LENGTH;
  private static final int TEXT = 1 << 3 | LENGTH;
  private static final int INTEGER = 3 << 3 | VARINT;
  private static final int ONE_BYTE = 1 << 7;
  private static final int TWO_BYTES = 1 << 14;

  private final Spans spans;
  private final Guesses guesses = new Guesses();

  PlainAttributes(Spans spans) {
    this.spans = spans;
  }

  /** Appends the attribute in {@code bytes[from, to)}; false, and nothing, when it is not plain. */
  boolean read(byte[] bytes, int from, int to, WordBuffer target) {
    if (to - from < 2 || bytes[from] != KEY || bytes[from + 1] < 0) {
      return false;
    }
    int keyEnd = from + 2 + bytes[from + 1];
    int value = contentOf(VALUE, bytes, keyEnd, to);
    if (value < 0 || value == to) {
      return false;
    }
    return bytes[value] == INTEGER
        ? integer(bytes, from, value + 1, to, target)
        : text(bytes, from, contentOf(TEXT, bytes, value, to), to, target);
  }

  private boolean text(byte[] bytes, int from, int text, int to, WordBuffer target) {
    if (text < 0) {
      return false;
    }
    int key = key(bytes, from);
    target.add(key, Values.TEXT_HEADER, guesses.text(spans.texts, bytes, text, to - text));
    return true;
  }

  private boolean integer(byte[] bytes, int from, int at, int to, WordBuffer target) {
    if (at == to || to - at > ProtobufCursor.LONGEST_VARINT || bytes[to - 1] < 0) {
      return false;
    }
    long value = 0;
    for (int i = to - 1; i >= at; i--) {
      if (i < to - 1 && bytes[i] >= 0) {
        return false;
      }
      value = (value << 7) | (bytes[i] & 0x7F);
    }
    target.add(key(bytes, from));
    Values.integer(target, value);
    return true;
  }

  private int key(byte[] bytes, int from) {
    int key = spans.keys.intern(bytes, from + 2, bytes[from + 1], guesses.key());
    guesses.keyIs(key);
    return key;
  }

  /** Where the content of a field begins that reaches to the end; -1 when it is another field. */
  private static int contentOf(int tag, byte[] bytes, int at, int to) {
    int length = to - at - 2;
    if (length < 0 || bytes[at] != tag) {
      return -1;
    }
    if (length < ONE_BYTE && bytes[at + 1] == length) {
      return at + 2;
    }
    length--;
    boolean fits =
        length >= ONE_BYTE
            && length < TWO_BYTES
            && bytes[at + 1] == (byte) (length | ONE_BYTE)
            && bytes[at + 2] == length >>> 7;
    return fits ? at + 3 : -1;
  }
}
