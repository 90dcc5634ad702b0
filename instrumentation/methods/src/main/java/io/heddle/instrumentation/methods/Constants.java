package io.heddle.instrumentation.methods;

/**
 * The constant pool of a class file (JVMS 4.4), looked through without parsing the rest. Allocates
 * nothing.
 */
final class Constants {
  private static final int FIRST = 10;
  private static final int UTF8 = 1;

  /** Bytes of a constant with its tag, by tag; 0 where there is no such tag. */
  private static final byte[] LENGTHS = {
    0, 0, 0, 5, 5, 9, 9, 3, 3, 5, 5, 5, 5, 0, 0, 4, 3, 5, 5, 3, 3
  };

  private Constants() {}

  /**
   * Whether one of its strings is that text; false for what is no class file.
   *
   * @param text ASCII
   */
  static boolean mention(byte[] classFile, String text) {
    try {
      return find(classFile, text);
    } catch (ArrayIndexOutOfBoundsException truncated) {
      return false;
    }
  }

  private static boolean find(byte[] classFile, String text) {
    int count = number(classFile, FIRST - 2);
    int at = FIRST;
    for (int i = 1; i < count; i++) {
      int tag = classFile[at];
      if (tag == UTF8) {
        int length = number(classFile, at + 1);
        if (length == text.length() && isAt(classFile, at + 3, text)) {
          return true;
        }
        at += 3 + length;
      } else {
        int length = LENGTHS[tag];
        i += length == 9 ? 1 : 0; // JVMS 4.4.5: long and double take two entries
        at += length;
      }
    }
    return false;
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }

  /** From the end: class names differ there. */
  private static boolean isAt(byte[] bytes, int at, String text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      if (bytes[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
