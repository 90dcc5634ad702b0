package io.heddle.recorder;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first 64 state names of a workflow, a bit each. Later ones have no bit, so that a set which
 * holds one of them is unknown instead of wrong. Thread-safe; known names cost no allocation.
 */
final class Names {
  static final int LIMIT = 64;

  private static final int TABLE = 4 * LIMIT;

  /** Open addressing, at most a quarter full; replaced as a whole by each new name. */
  private volatile Entry[] table = new Entry[TABLE];

  private int size;

  private record Entry(String name, int bit, long hash) {}

  /** The name's bit as a mask; 0 when the dictionary is full. */
  long mask(String name) {
    Entry known = find(table, name);
    if (known == null) {
      known = add(name);
    }
    return known == null ? 0 : 1L << known.bit();
  }

  /** The names of the mask, sorted. */
  List<String> of(long mask) {
    List<String> found = new ArrayList<>(Long.bitCount(mask));
    for (Entry entry : table) {
      if (entry != null && (mask & 1L << entry.bit()) != 0) {
        found.add(entry.name());
      }
    }
    found.sort(null);
    return found;
  }

  private synchronized @Nullable Entry add(String name) {
    Entry known = find(table, name);
    if (known != null || size == LIMIT) {
      return known;
    }
    Entry added = new Entry(name, size++, 0);
    Entry[] copy = table.clone();
    int at = slot(name);
    while (copy[at] != null) {
      at = at + 1 & TABLE - 1;
    }
    copy[at] = added;
    table = copy;
    return added;
  }

  private static @Nullable Entry find(Entry[] table, String name) {
    for (int at = slot(name); table[at] != null; at = at + 1 & TABLE - 1) {
      if (table[at].name().equals(name)) {
        return table[at];
      }
    }
    return null;
  }

  private static int slot(String name) {
    int h = name.hashCode();
    return (h ^ h >>> 16) & TABLE - 1;
  }
}
