package io.heddle.recorder.evidence;

import io.heddle.recorder.jvm.CompiledApart;

/**
 * Numbers hashes of one node's inputs, or outputs, in the order they appear: 1, 2, 3 ... So that
 * equality leaves the process, and no hash does. Bounded: when full, new hashes get no number.
 * Drain thread only.
 */
public final class EqualityClasses {
  static final int LIMIT = 4096;
  public static final int NONE = 0;

  private static final int SMALLEST = 16;

  private long[] hashes = new long[SMALLEST];
  private int[] numbers = new int[SMALLEST];
  private int size;

  /**
   * The number of an equality class from 1, or {@link #NONE} when there is no room for a new one.
   */
  @CompiledApart
  public int of(long hash) {
    int at = find(hash);
    if (numbers[at] != NONE) {
      return numbers[at];
    }
    if (size == LIMIT) {
      return NONE;
    }
    hashes[at] = hash;
    numbers[at] = ++size;
    int number = size;
    if (2 * size > numbers.length) {
      grow();
    }
    return number;
  }

  private int find(long hash) {
    int mask = numbers.length - 1;
    int at = (int) (hash ^ (hash >>> 32)) & mask;
    while (numbers[at] != NONE && hashes[at] != hash) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldNumbers = numbers;
    hashes = new long[2 * oldHashes.length];
    numbers = new int[2 * oldNumbers.length];
    for (int i = 0; i < oldNumbers.length; i++) {
      if (oldNumbers[i] != NONE) {
        int at = find(oldHashes[i]);
        hashes[at] = oldHashes[i];
        numbers[at] = oldNumbers[i];
      }
    }
  }
}
