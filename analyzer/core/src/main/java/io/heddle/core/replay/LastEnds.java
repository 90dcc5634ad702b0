package io.heddle.core.replay;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;

/** Walks over the starts of the children of one parent and tells what had ended by then. */
final class LastEnds {
  private final Layout layout;
  private final Order.Pairs before;
  private final PriorityQueue<Integer> underWay;
  private final Deque<Integer> ended = new ArrayDeque<>();

  LastEnds(Layout layout) {
    this(layout, layout::before);
  }

  /**
   * @param before whether the first is taken to have ended when the second starts
   */
  LastEnds(Layout layout, Order.Pairs before) {
    this.layout = layout;
    this.before = before;
    underWay = new PriorityQueue<>(Comparator.comparingLong(i -> layout.end[i]));
  }

  /** Moves on to the start of the next child. */
  void start(int member) {
    while (!underWay.isEmpty() && before.holds(underWay.element(), member)) {
      ended.addLast(underWay.remove());
    }
    underWay.add(member);
  }

  /** How many are under way, the one just started included. */
  int underWay() {
    return underWay.size();
  }

  Iterable<Integer> running() {
    return underWay;
  }

  /** From the latest end, or from the parent's start, to the start of the child just started. */
  long pause(int member) {
    return layout.start[member]
        - (ended.isEmpty() ? layout.start[layout.parent[member]] : layout.end[ended.getLast()]);
  }

  /** The slots that ended at most so long before the child just started. */
  Set<Integer> recent(int member, long pause) {
    Set<Integer> recent = new HashSet<>();
    var newestFirst = ended.descendingIterator();
    while (newestFirst.hasNext()) {
      int other = newestFirst.next();
      if (layout.start[member] - layout.end[other] > pause) {
        break;
      }
      recent.add(layout.slot[other]);
    }
    return recent;
  }
}
