package io.heddle.core.replay;

import io.heddle.runs.Execution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for where executions stand: a place is a node under the place of its parent, a slot is
 * the n-th execution at a place below one parent.
 */
final class Places {
  static final int NONE = -1;

  /** Executions beyond share the last slot, so that a long loop cannot grow the tables. */
  private static final int ORDINALS = 64;

  private final Map<Place, Integer> places = new HashMap<>();
  private final List<Place> byNumber = new ArrayList<>();
  private final Map<Slot, Integer> slots = new HashMap<>();

  int place(int parent, Execution execution) {
    Place place = new Place(parent, execution.service(), execution.node());
    Integer known = places.putIfAbsent(place, places.size());
    if (known == null) {
      byNumber.add(place);
      return places.size() - 1;
    }
    return known;
  }

  /**
   * @param ordinal from 0
   */
  int slot(int place, int ordinal) {
    return slots.computeIfAbsent(
        new Slot(place, Math.min(ordinal, ORDINALS - 1)), unseen -> slots.size());
  }

  String node(int place) {
    return byNumber.get(place).node();
  }

  int count() {
    return byNumber.size();
  }

  private record Place(int parent, String service, String node) {}

  private record Slot(int place, int ordinal) {}
}
