package io.heddle.core.replay;

import java.util.Arrays;

/** Executions of which the one that ends first is at hand: a binary heap. Not thread-safe. */
final class EndHeap {
  private final long[] ends;
  private int[] items = new int[8];
  private int size;

  /**
   * @param ends by execution
   */
  EndHeap(long[] ends) {
    this.ends = ends;
  }

  int size() {
    return size;
  }

  /** One of them, from 0, in no order. */
  int get(int position) {
    return items[position];
  }

  int first() {
    return items[0];
  }

  void add(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
    }
    int at = size++;
    while (at > 0 && ends[items[(at - 1) / 2]] > ends[item]) {
      items[at] = items[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    items[at] = item;
  }

  int removeFirst() {
    int first = items[0];
    int last = items[--size];
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      child += child + 1 < size && ends[items[child + 1]] < ends[items[child]] ? 1 : 0;
      if (ends[items[child]] >= ends[last]) {
        break;
      }
      items[at] = items[child];
      at = child;
    }
    items[at] = last;
    return first;
  }
}
