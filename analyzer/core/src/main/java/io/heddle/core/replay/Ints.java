package io.heddle.core.replay;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** A list of numbers that grows. */
final class Ints {
  private int[] values = new int[8];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  int get(int position) {
    return values[position];
  }

  /** Whether it holds just these, in this order. */
  boolean holds(int[] others) {
    return Arrays.equals(values, 0, size, others, 0, others.length);
  }

  int removeLast() {
    return values[--size];
  }

  void removeIf(IntPredicate unwanted) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (!unwanted.test(values[i])) {
        values[kept++] = values[i];
      }
    }
    size = kept;
  }

  int size() {
    return size;
  }

  void set(int position, int value) {
    values[position] = value;
  }

  void clear() {
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
