package io.heddle.recorder.protobuf;

/** UTF-8 (RFC 3629) into a buffer that is long enough. */
final class Utf8 {
  static final int MAX_BYTES_A_CHAR = 3;

  private static final int ONE_BYTE = 0x80;
  private static final int TWO_BYTES = 0x800;

  private Utf8() {}

  /** Returns the position behind the last byte. */
  static int encode(String text, byte[] into, int from) {
    int at = from;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ONE_BYTE) {
        return encodeRest(text, i, into, at);
      }
      into[at++] = (byte) c;
    }
    return at;
  }

  private static int encodeRest(String text, int first, byte[] into, int from) {
    int at = from;
    for (int i = first; i < text.length(); i++) {
      int point = text.codePointAt(i);
      if (Character.isSupplementaryCodePoint(point)) {
        i++;
      }
      at = encode(point, into, at);
    }
    return at;
  }

  private static int encode(int point, byte[] into, int from) {
    int at = from;
    if (point < ONE_BYTE) {
      into[at++] = (byte) point;
    } else if (point < TWO_BYTES) {
      into[at++] = (byte) (0xc0 | (point >> 6));
      into[at++] = tail(point);
    } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
      into[at++] = '?';
    } else if (Character.isBmpCodePoint(point)) {
      into[at++] = (byte) (0xe0 | (point >> 12));
      into[at++] = tail(point >> 6);
      into[at++] = tail(point);
    } else {
      into[at++] = (byte) (0xf0 | (point >> 18));
      into[at++] = tail(point >> 12);
      into[at++] = tail(point >> 6);
      into[at++] = tail(point);
    }
    return at;
  }

  private static byte tail(int bits) {
    return (byte) (0x80 | (bits & 0x3f));
  }
}
