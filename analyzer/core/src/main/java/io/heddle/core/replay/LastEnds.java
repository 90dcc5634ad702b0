package io.heddle.core.replay;

import java.util.HashSet;
import java.util.Set;

/** Walks over the starts of the children of one parent and tells what had ended by then. */
final class LastEnds {
  private final Layout layout;
  private final Order.Pairs before;
  private final EndHeap underWay;
  private final Ints ended = new Ints();

  LastEnds(Layout layout) {
    this(layout, layout::before);
  }

  /**
   * @param before whether the first is taken to have ended when the second starts
   */
  LastEnds(Layout layout, Order.Pairs before) {
    this.layout = layout;
    this.before = before;
    underWay = new EndHeap(layout.end);
  }

  /** Moves on to the start of the next child. */
  void start(int member) {
    while (underWay.size() > 0 && before.holds(underWay.first(), member)) {
      ended.add(underWay.removeFirst());
    }
    underWay.add(member);
  }

  /** How many are under way, the one just started included. */
  int underWay() {
    return underWay.size();
  }

  /** One of those under way, from 0. */
  int running(int position) {
    return underWay.get(position);
  }

  /** From the latest end, or from the parent's start, to the start of the child just started. */
  long pause(int member) {
    return layout.start[member]
        - (ended.isEmpty()
            ? layout.start[layout.parent[member]]
            : layout.end[ended.get(ended.size() - 1)]);
  }

  /** The slots that ended at most so long before the child just started. */
  Set<Integer> recent(int member, long pause) {
    Set<Integer> recent = new HashSet<>();
    for (int i = ended.size() - 1; i >= 0; i--) {
      int other = ended.get(i);
      if (layout.start[member] - layout.end[other] > pause) {
        break;
      }
      recent.add(layout.slot[other]);
    }
    return recent;
  }
}
