package io.heddle.otlp;

import java.util.Arrays;

/**
 * What comes next in attributes, as far as earlier ones tell: spans of one kind carry the same keys
 * in the same order, and a value often tells the next one, or comes again. A right guess spares a
 * hash and a look-up; a wrong one costs little. Values of a key that never come again, as those of
 * an id, are not looked up either, but now and then, to see whether that is still so.
 */
final class Guesses {
  private static final int CONTEXTS = 1 << 10;

  /** So many new values in a row, and no other one is expected. */
  private static final int PATIENCE = 64;

  /** Every so manieth value is looked up all the same. */
  private static final int PROBE = 16;

  private final int[] texts = new int[CONTEXTS];
  private int[] followers = new int[16];

  /** By key: its last text, and how many looked up in a row were new. */
  private int[] latest = new int[16];

  private int[] news = new int[16];
  private int lastKey;
  private int lastText;

  /** The key that followed the last one before. */
  int key() {
    return followers[lastKey];
  }

  /** Notes the key that came. */
  void keyIs(int key) {
    if (key >= followers.length) {
      int room = Math.max(key + 1, 2 * followers.length);
      followers = Arrays.copyOf(followers, room);
      latest = Arrays.copyOf(latest, room);
      news = Arrays.copyOf(news, room);
    }
    followers[lastKey] = key;
    lastKey = key;
  }

  /**
   * The number of the last key's text in {@code bytes[from, from + length)}: of the one that it had
   * when the same text came before it, or that it had last, else of one that is looked up.
   */
  int text(Texts known, byte[] bytes, int from, int length) {
    int context = (lastText * 31 + lastKey) & (CONTEXTS - 1);
    int text = texts[context];
    if (!known.is(text, bytes, from, length)) {
      text = latest[lastKey];
      if (!known.is(text, bytes, from, length)) {
        text = another(known, bytes, from, length);
      }
    }
    texts[context] = text;
    latest[lastKey] = text;
    lastText = text;
    return text;
  }

  private int another(Texts known, byte[] bytes, int from, int length) {
    int inARow = ++news[lastKey];
    if (inARow > PATIENCE && inARow % PROBE != 0) {
      return known.store(bytes, from, length);
    }
    int before = known.size();
    int text = known.intern(bytes, from, length);
    if (text < before) {
      news[lastKey] = 0;
    }
    return text;
  }
}
