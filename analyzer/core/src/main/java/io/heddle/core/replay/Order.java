package io.heddle.core.replay;

import java.util.Arrays;
import java.util.List;

/**
 * What the executions of one run wait for, found by one sweep over the starts of the children of
 * each parent. Only the latest of a chain are listed, except that known edges always are.
 */
final class Order {
  static final Pairs NO_PAIR =
      new Pairs() {
        @Override
        public boolean holds(int first, int second) {
          return false;
        }

        @Override
        public boolean alike(int one, int other) {
          return true;
        }
      };

  private static final int MOST_RECENT = 256;
  private static final int[] NONE = {};
  private static final long NEVER = Long.MIN_VALUE;

  /** Something that may be true of the first execution of a pair and the second. */
  interface Pairs {
    boolean holds(int first, int second);

    /** Whether both, as the first of a pair, are known to be the same to every second. */
    default boolean alike(int one, int other) {
      return false;
    }
  }

  private final Layout layout;
  private final int[][] predecessors;
  private final long[] ready;

  private Order(Layout layout) {
    this.layout = layout;
    predecessors = new int[layout.size][];
    Arrays.fill(predecessors, NONE);
    ready = new long[layout.size];
    Arrays.fill(ready, NEVER);
  }

  /**
   * Orders all executions of a run.
   *
   * @param time asked only of pairs that nothing but time puts in order
   * @param lifted pairs whose order is dropped, whatever speaks for it
   */
  static Order of(Layout layout, KnownEdges known, Pairs time, Pairs lifted) {
    return among(layout.groups, layout, known, time, lifted);
  }

  /** The same for the children of some parents alone. */
  static Order among(List<int[]> groups, Layout layout, KnownEdges known, Pairs time) {
    return among(groups, layout, known, time, NO_PAIR);
  }

  private static Order among(
      List<int[]> groups, Layout layout, KnownEdges known, Pairs time, Pairs lifted) {
    Order order = new Order(layout);
    Sweep sweep = order.new Sweep(known, time, lifted);
    groups.forEach(sweep::over);
    return order;
  }

  /** How long a table of what was seen last is, for so many executions: a power of two. */
  static int recent(int executions) {
    return Math.min(MOST_RECENT, Integer.highestOneBit(executions));
  }

  int[] before(int execution) {
    return predecessors[execution];
  }

  /** The recorded instant from which the gap before the execution counts. */
  long recordedReady(int execution) {
    return ready[execution] == NEVER ? layout.start[layout.parent[execution]] : ready[execution];
  }

  /** The search and what only it needs. */
  private final class Sweep {
    private final KnownEdges known;
    private final Pairs time;
    private final Pairs lifted;
    private final int[] seen = new int[layout.size];
    private final int[][] recent = new int[recent(layout.size)][];
    private final Tips tips = new Tips(layout.size, this::alike);
    private final Ints found = new Ints();
    private final Ints open = new Ints();
    private boolean unhinged;
    private int stamp;

    Sweep(KnownEdges known, Pairs time, Pairs lifted) {
      this.known = known;
      this.time = time;
      this.lifted = lifted;
      Arrays.fill(recent, NONE);
    }

    void over(int[] members) {
      tips.clear();
      for (int member : members) {
        search(member);
        predecessors[member] = shared();
        for (int predecessor : predecessors[member]) {
          tips.follow(predecessor);
        }
        tips.add(member, kind(member));
        if (unhinged) {
          ready[member] = lastEnd(members, member);
        }
      }
    }

    private void search(int member) {
      stamp++;
      unhinged = false;
      found.clear();
      known.collect(member, open);
      lookAtOpen(member);
      Ints rows = tips.rows();
      for (int row = 0; row < rows.size(); row++) {
        lookAtRow(rows.get(row), member);
      }
    }

    private void lookAtOpen(int member) {
      while (!open.isEmpty()) {
        int candidate = open.removeLast();
        if (seen[candidate] != stamp) {
          look(candidate, member);
        }
      }
    }

    private void look(int candidate, int member) {
      seen[candidate] = stamp;
      if (!isLifted(candidate, member)
          && (time.holds(candidate, member) || known.origin(candidate, member) != null)) {
        find(candidate, member);
      } else {
        openBefore(candidate);
      }
    }

    /** What holds for one of a row holds for all, but for known edges, whose sources were seen. */
    private void lookAtRow(int row, int member) {
      int first = unseen(row);
      if (first < 0) {
        return;
      }
      if (isLifted(first, member) || !time.holds(first, member)) {
        openBefore(first);
        lookAtOpen(member);
        return;
      }
      for (int each = first; each >= 0; each = unseen(tips.after(each))) {
        find(each, member);
      }
    }

    private int unseen(int row) {
      int first = row;
      while (first >= 0 && seen[first] == stamp) {
        first = tips.after(first);
      }
      return first;
    }

    private void find(int predecessor, int member) {
      seen[predecessor] = stamp;
      found.add(predecessor);
      ready[member] = Math.max(ready[member], layout.end[predecessor]);
    }

    /** What is added last is looked at first. */
    private void openBefore(int candidate) {
      int[] before = predecessors[candidate];
      for (int i = before.length - 1; i >= 0; i--) {
        open.add(before[i]);
      }
    }

    private boolean isLifted(int first, int second) {
      boolean holds = lifted.holds(first, second);
      unhinged |= holds;
      return holds;
    }

    /** What was found; equal ones nearly always are one array. */
    private int[] shared() {
      if (found.isEmpty()) {
        return NONE;
      }
      int at = (31 * found.get(0) + found.size()) & (recent.length - 1);
      if (!found.holds(recent[at])) {
        recent[at] = found.toArray();
      }
      return recent[at];
    }

    private int kind(int execution) {
      int[] before = predecessors[execution];
      return 31 * layout.slot[execution] + (before.length == 0 ? 0 : before[0]);
    }

    @SuppressWarnings("ReferenceEquality") // equal arrays that are not one cost a row, no more
    private boolean alike(int one, int other) {
      return predecessors[one] == predecessors[other]
          && layout.parent[one] == layout.parent[other]
          && time.alike(one, other)
          && lifted.alike(one, other);
    }

    /** A lifted order leaves the gap after whatever ended last. */
    private long lastEnd(int[] members, int member) {
      long last = layout.start[layout.parent[member]];
      for (int other : members) {
        if (other == member) {
          break;
        }
        if (hadEnded(other, member)) {
          last = Math.max(last, layout.end[other]);
        }
      }
      return last;
    }

    /** Noise must not hide what ended right before, or its whole time would count as gap. */
    private boolean hadEnded(int other, int member) {
      return layout.before(other, member)
          || (layout.nearlyBefore(other, member) && time.holds(other, member));
    }
  }
}
