package io.heddle.otlp;

import org.jspecify.annotations.Nullable;

/**
 * The attributes of spans, as their bytes stood in the same place of the span before that had the
 * same name: one that comes again is known by one comparison, and need not be read. A place where
 * nothing comes again is soon left alone.
 */
final class Repeats {
  private static final int PLACES = 1 << 10;
  private static final int MIX = 0x9E3779B1;
  private static final int LONGEST = 256;
  private static final int MOST_WORDS = 64;
  private static final int PATIENCE = 32;

  private final @Nullable Repeat[] repeats = new Repeat[PLACES];
  private int place;

  /** What stood in a place last. */
  private static final class Repeat {
    private byte[] bytes = {};
    private int length;
    private int[] words = {};
    private int count;
    private int misses;

    boolean stands(byte[] in, int at, int to) {
      return length <= to - at && misses <= PATIENCE && Bytes.equal(bytes, 0, in, at, length);
    }

    void keep(byte[] in, int from, int to) {
      length = to - from;
      if (length > bytes.length) {
        bytes = new byte[length];
      }
      System.arraycopy(in, from, bytes, 0, length);
    }

    void keep(WordBuffer from, int first) {
      count = from.size() - first;
      if (count > words.length) {
        words = new int[count];
      }
      from.copyTo(words, first, count);
    }
  }

  /** Goes before the first attribute of a span with this name. */
  void start(int name) {
    place = name * MIX;
  }

  /**
   * Takes the attribute that begins at {@code at} if it is the one that stood here before.
   *
   * @return where it ends; -1 when it is another one, which is then to be {@link #learn learnt}
   */
  int take(byte[] bytes, int at, int to, WordBuffer target) {
    Repeat repeat = repeats[index()];
    if (repeat == null || !repeat.stands(bytes, at, to)) {
      return -1;
    }
    repeat.misses = 0;
    target.add(repeat.words, 0, repeat.count);
    goOn(repeat.words[0]);
    return at + repeat.length;
  }

  /**
   * Keeps an attribute that was read in another way.
   *
   * @param first where its words begin, which are the last ones of the target
   */
  void learn(byte[] bytes, int from, int to, WordBuffer target, int first) {
    Repeat repeat = repeats[index()];
    if (repeat == null) {
      repeat = new Repeat();
      repeats[index()] = repeat;
    }
    boolean isLong = to - from > LONGEST || target.size() - first > MOST_WORDS;
    repeat.misses += isLong ? PATIENCE + 1 : 1;
    if (repeat.misses <= PATIENCE) {
      repeat.keep(bytes, from, to);
      repeat.keep(target, first);
    }
    goOn(target.get(first));
  }

  private void goOn(int key) {
    place = (place ^ key) * MIX + 1;
  }

  private int index() {
    return place >>> (Integer.SIZE - Integer.numberOfTrailingZeros(PLACES));
  }
}
