package io.heddle.core.attribute;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the items have under one name. Nothing more is read once it shows that the attribute
 * explains nothing. Not thread-safe.
 */
final class Values {
  /** Explains nothing, whatever the values are. */
  static final Values IGNORED = new Values(0);

  /** An attribute with more values names single items, unless its values are numbers. */
  private static final int MOST = 50;

  private static final int NOBODY = -1;

  private final int items;
  private final Map<String, BitSet> byValue = new HashMap<>();
  private @Nullable Numbers numbers;
  private boolean ignored;
  private int latest = NOBODY;

  /**
   * @param items how many there are; they come one after the other
   */
  Values(int items) {
    this.items = items;
    ignored = items == 0;
  }

  /** Takes up the value of an item, unless that has one already. */
  void add(int item, Map.Entry<String, String> value) {
    if (ignored || latest == item) {
      return;
    }
    latest = item;
    if (numbers != null) {
      ignored = !numbers.set(item, value.getValue());
      return;
    }
    byValue.computeIfAbsent(value.getValue(), none -> new BitSet()).set(item);
    if (byValue.size() > MOST) {
      Numbers all = new Numbers(items);
      ignored = !byValue.entrySet().stream().allMatch(it -> all.set(it.getValue(), it.getKey()));
      numbers = all;
      byValue.clear();
    }
  }

  /** Null when the values explain nothing. */
  @Nullable Candidates candidates(String name) {
    if (ignored) {
      return null;
    }
    return numbers == null
        ? new Candidates(name, new TreeMap<>(byValue), false)
        : new Candidates(name, numbers.thresholds(), true);
  }
}
