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

  void add(int first, int second, int third) {
    if (size + 3 > words.length) {
      words = Arrays.copyOf(words, size * 2);
    }
    words[size] = first;
    words[size + 1] = second;
    words[size + 2] = third;
    size += 3;
  }

  void addLong(long value) {
    add((int) (value >>> 32));
    add((int) value);
  }

  void addAll(WordBuffer other) {
    add(other.words, 0, other.size);
  }

  void add(int[] source, int from, int count) {
    if (size + count > words.length) {
      words = Arrays.copyOf(words, Math.max(size + count, size * 2));
    }
    System.arraycopy(source, from, words, size, count);
    size += count;
  }

  void set(int index, int word) {
    words[index] = word;
  }

  void setLong(int index, long value) {
    words[index] = (int) (value >>> 32);
    words[index + 1] = (int) value;
  }

  int get(int index) {
    return words[index];
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

  void copyTo(int[] target, int first, int count) {
    System.arraycopy(words, first, target, 0, count);
  }

  void copyTo(int[] target, int from) {
    System.arraycopy(words, 0, target, from, size);
  }

  /** A copy that compares by content. */
  IntBuffer content() {
    return IntBuffer.wrap(Arrays.copyOf(words, size));
  }
}
