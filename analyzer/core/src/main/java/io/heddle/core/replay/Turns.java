package io.heddle.core.replay;

/**
 * Siblings that noise put in the wrong order: a short execution that seems to start just after a
 * long one began may have ended before it.
 */
final class Turns {
  private Turns() {}

  /** Siblings by start, but for a short one that noise put behind what came after it. */
  static int[] undone(Layout layout, int[] members, long noise) {
    int[] order = members.clone();
    for (int i = 1; i < order.length; i++) {
      for (int at = i; at > 0 && isTurned(layout, order[at - 1], order[at], noise); at--) {
        int first = order[at - 1];
        order[at - 1] = order[at];
        order[at] = first;
      }
    }
    return order;
  }

  private static boolean isTurned(Layout layout, int first, int second, long noise) {
    return layout.place[first] != layout.place[second]
        && layout.end[second] < layout.end[first]
        && layout.end[second] <= layout.start[first] + noise;
  }
}
