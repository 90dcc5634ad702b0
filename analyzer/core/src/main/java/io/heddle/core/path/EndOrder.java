package io.heddle.core.path;

/**
 * Sorts executions by their end, ascending and stable: nothing to do for the order exporters write,
 * insertion for a few, radix for many. Linear for nanoseconds of any range a run can have.
 */
final class EndOrder {
  private static final int FEW = 48;
  private static final int BITS = 11;
  private static final int BUCKETS = 1 << BITS;

  private int[] items;
  private long[] keys;
  private int[] spareItems;
  private long[] spareKeys;

  private EndOrder(int[] items, long[] keys) {
    this.items = items;
    this.keys = keys;
    spareItems = new int[items.length];
    spareKeys = new long[items.length];
  }

  static void sort(int[] items, int from, int to, Columns columns) {
    if (sorted(items, from, to, columns)) {
      return;
    }
    if (to - from <= FEW) {
      insert(items, from, to, columns);
    } else {
      radix(items, from, to, columns);
    }
  }

  private static boolean sorted(int[] items, int from, int to, Columns columns) {
    for (int i = from + 1; i < to; i++) {
      if (columns.end(items[i - 1]) > columns.end(items[i])) {
        return false;
      }
    }
    return true;
  }

  private static void insert(int[] items, int from, int to, Columns columns) {
    for (int i = from + 1; i < to; i++) {
      int item = items[i];
      int at = i;
      while (at > from && columns.end(items[at - 1]) > columns.end(item)) {
        items[at] = items[--at];
      }
      items[at] = item;
    }
  }

  private static void radix(int[] items, int from, int to, Columns columns) {
    long smallest = Long.MAX_VALUE;
    for (int i = from; i < to; i++) {
      smallest = Math.min(smallest, columns.end(items[i]));
    }
    int[] slice = new int[to - from];
    long[] keys = new long[to - from];
    long all = 0;
    for (int i = from; i < to; i++) {
      slice[i - from] = items[i];
      keys[i - from] = columns.end(items[i]) - smallest;
      all |= keys[i - from];
    }
    int[] result = new EndOrder(slice, keys).sorted(Long.SIZE - Long.numberOfLeadingZeros(all));
    System.arraycopy(result, 0, items, from, result.length);
  }

  private int[] sorted(int width) {
    for (int shift = 0; shift < width; shift += BITS) {
      pass(shift);
    }
    return items;
  }

  private void pass(int shift) {
    int[] next = new int[BUCKETS + 1];
    for (long key : keys) {
      next[bucket(key, shift) + 1]++;
    }
    for (int i = 1; i < BUCKETS; i++) {
      next[i] += next[i - 1];
    }
    for (int i = 0; i < items.length; i++) {
      int at = next[bucket(keys[i], shift)]++;
      spareItems[at] = items[i];
      spareKeys[at] = keys[i];
    }
    swap();
  }

  private static int bucket(long key, int shift) {
    return (int) (key >>> shift) & (BUCKETS - 1);
  }

  private void swap() {
    int[] sortedItems = spareItems;
    long[] sortedKeys = spareKeys;
    spareItems = items;
    spareKeys = keys;
    items = sortedItems;
    keys = sortedKeys;
  }
}
