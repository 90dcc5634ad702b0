package io.heddle.recorder;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** All leaves of the process by their numbers. Thread-safe. */
final class Leaves {
  private final Map<String, Leaf> byKey = new HashMap<>();
  private final RecentTimes times = new RecentTimes();
  private volatile Leaf[] byNumber = new Leaf[0];

  synchronized Leaf of(String id, String type) {
    String key = String.join("\0", type, id);
    Leaf known = byKey.get(key);
    if (known != null) {
      return known;
    }
    Leaf[] longer = Arrays.copyOf(byNumber, byNumber.length + 1);
    Leaf leaf = new Leaf(byNumber.length, id, type, times);
    longer[leaf.number()] = leaf;
    byKey.put(key, leaf);
    byNumber = longer;
    return leaf;
  }

  /** The leaf of a number that {@link #of} has given. */
  Leaf get(int number) {
    return byNumber[number];
  }
}
