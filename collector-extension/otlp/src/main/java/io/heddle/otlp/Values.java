package io.heddle.otlp;

/**
 * Stored form of an attribute value: a header word (type in the low three bits, payload words
 * above), then the payload. An attribute is its key's number followed by its value.
 */
final class Values {
  static final int NULL = 0;
  static final int TEXT = 1;
  static final int BOOLEAN = 2;
  static final int LONG = 3;
  static final int DOUBLE = 4;

  /** Base64 of the bytes, stored as a text. */
  static final int BYTES = 5;

  /** Payload: values. */
  static final int LIST = 6;

  /** Payload: attributes. */
  static final int MAP = 7;

  private static final int TYPE_BITS = 3;

  /** Header of a text, which is followed by its number. */
  static final int TEXT_HEADER = header(TEXT, 1);

  static void nothing(WordBuffer target) {
    target.add(NULL);
  }

  static void text(WordBuffer target, int type, int text) {
    target.add(header(type, 1));
    target.add(text);
  }

  static void bool(WordBuffer target, boolean value) {
    target.add(header(BOOLEAN, 1));
    target.add(value ? 1 : 0);
  }

  static void integer(WordBuffer target, long value) {
    target.add(header(LONG, 2));
    target.addLong(value);
  }

  static void number(WordBuffer target, double value) {
    target.add(header(DOUBLE, 2));
    target.addLong(Double.doubleToRawLongBits(value));
  }

  /** Opens a list or map; {@link #close} with the returned mark ends it. */
  static int open(WordBuffer target, int type) {
    target.add(type);
    return target.size() - 1;
  }

  static void close(WordBuffer target, int mark, int type) {
    target.set(mark, header(type, target.size() - mark - 1));
  }

  /** The long in two words. */
  static long longAt(int[] words, int at) {
    return ((long) words[at] << 32) | (words[at + 1] & 0xFFFFFFFFL);
  }

  static int type(int header) {
    return header & 7;
  }

  static int length(int header) {
    return header >>> TYPE_BITS;
  }

  private static int header(int type, int length) {
    return (length << TYPE_BITS) | type;
  }

  private Values() {}
}
