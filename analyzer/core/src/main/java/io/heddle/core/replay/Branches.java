package io.heddle.core.replay;

import java.util.Arrays;
import java.util.List;

/** Which branch of a change each name belongs to. Immutable. */
final class Branches {
  private static final int NONE = -1;

  private final int[] ofName;
  private final int count;

  private Branches(Places places, Change.Parallel change) {
    ofName = new int[places.names()];
    count = change.branches().size();
    Arrays.fill(ofName, NONE);
    for (int branch = 0; branch < count; branch++) {
      for (String node : change.branches().get(branch)) {
        put(places.name(node), branch);
      }
    }
  }

  /** Those of all the changes that lift an order. */
  static List<Branches> of(Places places, List<Change> changes) {
    return changes.stream()
        .filter(Change.Parallel.class::isInstance)
        .map(change -> new Branches(places, (Change.Parallel) change))
        .toList();
  }

  /** A node of several branches belongs to the first. */
  private void put(int name, int branch) {
    if (name != Places.NONE && ofName[name] == NONE) {
      ofName[name] = branch;
    }
  }

  int count() {
    return count;
  }

  /** The branch of a name by its number, from 0; -1 for none. */
  int of(int name) {
    return ofName[name];
  }

  /** Whether the run has executions of more than one branch. */
  boolean part(Layout layout) {
    int first = NONE;
    for (int i = 1; i < layout.size; i++) {
      int branch = ofName[layout.name(i)];
      if (branch >= 0 && first >= 0 && branch != first) {
        return true;
      }
      first = branch >= 0 ? branch : first;
    }
    return false;
  }
}
