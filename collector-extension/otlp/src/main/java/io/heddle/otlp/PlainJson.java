package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * Cursor over JSON as programs write it, from byte to byte and without an object on the way. It
 * gives up at whatever it does not know, damage included: from then on it finds nothing any more,
 * and {@link #isPlain} says so. What it accepts is JSON.
 */
final class PlainJson {
  private static final int ID_DIGITS = 16;

  /** What each byte of ASCII is as a hex digit, -1 for none. */
  private static final byte[] DIGITS = digitsOfBytes();

  /** Numbers of so many digits fit into 64 bits. */
  private static final int SAFE_DIGITS = 18;

  private final Utf8 utf8 = new Utf8();
  private byte[] bytes = new byte[0];
  private int position;
  private int end;
  private boolean plain;

  private byte[] text = bytes;
  private int textFrom;
  private int textLength;

  /** Goes before the first byte of {@code bytes[from, to)}. */
  void start(byte[] newBytes, int from, int to) {
    bytes = newBytes;
    position = from;
    end = to;
    plain = true;
  }

  boolean isPlain() {
    return plain;
  }

  /** Finds nothing any more; returns false. */
  boolean giveUp() {
    plain = false;
    position = end;
    return false;
  }

  /** Whether nothing but white space is left. */
  boolean isAtEnd() {
    skipSpace();
    return position == end;
  }

  /** The next byte that is no white space, not taken; 0 at the end. */
  byte peek() {
    skipSpace();
    return position < end ? bytes[position] : 0;
  }

  /** Takes a byte behind white space; gives up when another one stands there. */
  boolean take(char wanted) {
    if (peek() != wanted) {
      return giveUp();
    }
    position++;
    return true;
  }

  /**
   * Goes into an array or object, or to its next element: false at its end, which is taken.
   *
   * @param first whether the opening bracket was just taken
   */
  boolean hasNext(boolean first, char close) {
    byte next = peek();
    if (next == close) {
      position++;
      return false;
    }
    return first ? next != 0 || giveUp() : take(',');
  }

  /** Takes an attribute that is known from before; false when another one comes. */
  boolean takeKnown(Repeats repeats, WordBuffer target) {
    skipSpace();
    int next = repeats.take(bytes, position, end, target);
    position = Math.max(position, next);
    return next >= 0;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Index of the next byte in {@link #bytes}. */
  int position() {
    return position;
  }

  /** Takes a name and the colon behind it. */
  boolean name() {
    return string() && take(':');
  }

  /** Takes a string, which the text is then, as UTF-8. */
  boolean string() {
    if (!take('"')) {
      return false;
    }
    int close = utf8.endOfPlain(bytes, position, end);
    if (close < end && bytes[close] == '"') {
      text = bytes;
      textFrom = position;
      textLength = close - position;
      position = close + 1;
      return true;
    }
    return unquoted(close);
  }

  byte[] text() {
    return text;
  }

  int textFrom() {
    return textFrom;
  }

  int textLength() {
    return textLength;
  }

  /** Whether the text is this one. */
  boolean isText(byte[] wanted) {
    return textLength == wanted.length && Bytes.equal(text, textFrom, wanted, 0, wanted.length);
  }

  /** Takes a whole number, as one or in quotes. */
  long number() {
    boolean quoted = peek() == '"';
    position += quoted ? 1 : 0;
    boolean negative = position < end && bytes[position] == '-';
    position += negative ? 1 : 0;
    long value = digits();
    if (quoted && plain && (position == end || bytes[position++] != '"')) {
      giveUp();
    }
    if (!quoted && position < end && "+-.eE".indexOf(bytes[position]) >= 0) {
      giveUp();
    }
    return negative ? -value : value;
  }

  /** Takes a number that may have a fraction. */
  double decimal() {
    int from = peek() == 0 ? end : position;
    position += from < end && bytes[from] == '-' ? 1 : 0;
    int whole = position;
    skipDigits();
    boolean leadingZero = position - whole > 1 && bytes[whole] == '0';
    if (position < end && bytes[position] == '.') {
      position++;
      skipDigits();
    }
    if (position < end && (bytes[position] == 'e' || bytes[position] == 'E')) {
      position++;
      position += position < end && "+-".indexOf(bytes[position]) >= 0 ? 1 : 0;
      skipDigits();
    }
    if (leadingZero || !plain) {
      giveUp();
      return 0;
    }
    return Double.parseDouble(new String(bytes, from, position - from, US_ASCII));
  }

  /** Takes a word such as {@code true}. */
  boolean word(byte[] word) {
    if (peek() == 0
        || end - position < word.length
        || !Arrays.equals(bytes, position, position + word.length, word, 0, word.length)) {
      return giveUp();
    }
    position += word.length;
    return true;
  }

  /** Half of the id that the text is. */
  long idPart(int from) {
    long value = 0;
    for (int i = textFrom + from; i < textFrom + from + ID_DIGITS; i++) {
      int digit = text[i] < 0 ? -1 : DIGITS[text[i]];
      if (digit < 0) {
        giveUp();
      }
      value = (value << 4) | digit;
    }
    return value;
  }

  /** Takes one digit at least. */
  private void skipDigits() {
    int from = position;
    while (position < end && bytes[position] >= '0' && bytes[position] <= '9') {
      position++;
    }
    if (position == from) {
      giveUp();
    }
  }

  /** Digits as a number; gives up at a zero before others, or when they might be too many. */
  private long digits() {
    int from = position;
    long value = 0;
    while (position < end && bytes[position] >= '0' && bytes[position] <= '9') {
      value = value * 10 + bytes[position++] - '0';
    }
    int count = position - from;
    boolean fits = count <= SAFE_DIGITS || (count == SAFE_DIGITS + 1 && bytes[from] < '9');
    if (count == 0 || !fits || (count > 1 && bytes[from] == '0')) {
      giveUp();
    }
    return value;
  }

  /** The text of a string in which something stands that is no plain byte. */
  private boolean unquoted(int close) {
    int next = utf8.unquote(bytes, position, close, end);
    if (next < 0) {
      return giveUp();
    }
    text = utf8.bytes();
    textFrom = 0;
    textLength = utf8.length();
    position = next;
    return true;
  }

  private static byte[] digitsOfBytes() {
    byte[] digits = new byte[Byte.MAX_VALUE + 1];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = (byte) Character.digit(i, 16);
    }
    return digits;
  }

  private void skipSpace() {
    while (position < end && bytes[position] <= ' ' && isSpace(bytes[position])) {
      position++;
    }
  }

  private static boolean isSpace(byte next) {
    return next == ' ' || next == '\n' || next == '\r' || next == '\t';
  }
}
