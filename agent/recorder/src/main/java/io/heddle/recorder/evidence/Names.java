package io.heddle.recorder.evidence;

import io.heddle.recorder.value.ValueHash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first 64 state names of a workflow, a bit each. Later ones have no bit, so that a set which
 * holds one of them is unknown instead of wrong. Thread-safe; known names cost no allocation.
 */
public final class Names {
  static final int LIMIT = Long.SIZE;

  private static final int TABLE = 4 * LIMIT;

  /** Open addressing, at most a quarter full; replaced as a whole by each new name. */
  private volatile @Nullable Name[] table = new Name[TABLE];

  private int size;

  /**
   * A name of the dictionary.
   *
   * @param mask its bit
   * @param hash 64 bits over its characters
   */
  public record Name(String text, long mask, long hash) {}

  /** The name's entry; null when the dictionary is full. */
  public @Nullable Name of(String text) {
    Name known = find(table, text);
    return known != null ? known : add(text);
  }

  /** The names of the mask, sorted. */
  public List<String> in(long mask) {
    List<String> found = new ArrayList<>(Long.bitCount(mask));
    for (Name name : table) {
      if (name != null && (mask & name.mask()) != 0) {
        found.add(name.text());
      }
    }
    found.sort(null);
    return found;
  }

  private synchronized @Nullable Name add(String text) {
    Name known = find(table, text);
    if (known != null || size == LIMIT) {
      return known;
    }
    Name added = new Name(text, 1L << size++, ValueHash.of(text));
    @Nullable Name[] copy = table.clone();
    int at = slot(text);
    while (copy[at] != null) {
      at = (at + 1) & (TABLE - 1);
    }
    copy[at] = added;
    table = copy;
    return added;
  }

  private static @Nullable Name find(@Nullable Name[] table, String text) {
    int at = slot(text);
    for (Name name = table[at]; name != null; name = table[at]) {
      if (name.text().equals(text)) {
        return name;
      }
      at = (at + 1) & (TABLE - 1);
    }
    return null;
  }

  private static int slot(String text) {
    int hash = text.hashCode();
    return (hash ^ (hash >>> 16)) & (TABLE - 1);
  }
}
