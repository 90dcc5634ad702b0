package io.heddle.otlp;

import java.nio.IntBuffer;
import java.util.Arrays;

/** Growing row of 32-bit words; a long takes two, high word first. */
final class WordBuffer {
  private int[] words = new int[64];
  private int size;

  void add(int word) {
    if (size == words.length) {
      words = Arrays.copyOf(words, size * 2);
    }
    words[size++] = word;
  }

  void addLong(long value) {
    add((int) (value >>> 32));
    add((int) value);
  }

  void addAll(WordBuffer other) {
    for (int i = 0; i < other.size; i++) {
      add(other.words[i]);
    }
  }

  void set(int index, int word) {
    words[index] = word;
  }

  void setLong(int index, long value) {
    words[index] = (int) (value >>> 32);
    words[index + 1] = (int) value;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void truncate(int newSize) {
    size = newSize;
  }

  void copyTo(int[] target, int from) {
    System.arraycopy(words, 0, target, from, size);
  }

  /** A copy that compares by content. */
  IntBuffer content() {
    return IntBuffer.wrap(Arrays.copyOf(words, size));
  }
}
