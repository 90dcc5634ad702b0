package io.heddle.otlp;

import java.util.Arrays;

/**
 * What comes next in attributes, as far as earlier ones tell: spans of one kind carry the same keys
 * in the same order, and a value often tells the next one. A right guess spares a hash and a
 * look-up; a wrong one costs little.
 */
final class Guesses {
  private static final int CONTEXTS = 1 << 10;

  private final int[] texts = new int[CONTEXTS];
  private int[] followers = new int[16];
  private int lastKey;
  private int lastText;

  /** The key that followed the last one before. */
  int key() {
    return followers[lastKey];
  }

  /** Notes the key that came. */
  void keyIs(int key) {
    if (key >= followers.length) {
      followers = Arrays.copyOf(followers, Math.max(key + 1, 2 * followers.length));
    }
    followers[lastKey] = key;
    lastKey = key;
  }

  /** The text that the last key had when the same text came before it. */
  int text() {
    return texts[context()];
  }

  /** Notes the text that the last key has. */
  void textIs(int text) {
    texts[context()] = text;
    lastText = text;
  }

  private int context() {
    return (lastText * 31 + lastKey) & (CONTEXTS - 1);
  }
}
