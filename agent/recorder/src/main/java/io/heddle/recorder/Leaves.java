package io.heddle.recorder;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** All leaves of the process by their numbers. Thread-safe. */
final class Leaves {
  private record Name(String id, String type) {}

  private final Map<Name, Leaf> byName = new HashMap<>();
  private final RecentTimes times = new RecentTimes();
  private volatile Leaf[] byNumber = new Leaf[0];

  synchronized Leaf of(String id, String type) {
    Name name = new Name(id, type);
    Leaf known = byName.get(name);
    if (known != null) {
      return known;
    }
    Leaf[] longer = Arrays.copyOf(byNumber, byNumber.length + 1);
    Leaf leaf = new Leaf(byNumber.length, id, type, times);
    longer[leaf.number()] = leaf;
    byName.put(name, leaf);
    byNumber = longer;
    return leaf;
  }

  /** The leaf of a number that {@link #of} has given. */
  Leaf get(int number) {
    return byNumber[number];
  }
}
