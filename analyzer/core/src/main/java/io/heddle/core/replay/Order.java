package io.heddle.core.replay;

import java.util.Arrays;
import java.util.List;

/**
 * What the executions of one run wait for, found by one sweep over the starts of the children of
 * each parent. Only the latest of a chain are listed, except that known edges always are.
 */
final class Order {
  static final Pairs NO_PAIR = (first, second) -> false;
  private static final int[] NONE = {};
  private static final long NEVER = Long.MIN_VALUE;

  /** Something that may be true of the first execution of a pair and the second. */
  interface Pairs {
    boolean holds(int first, int second);
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

  /** The same for the children of one parent alone. */
  static Order among(int[] members, Layout layout, KnownEdges known, Pairs time) {
    return among(List.of(members), layout, known, time, NO_PAIR);
  }

  private static Order among(
      List<int[]> groups, Layout layout, KnownEdges known, Pairs time, Pairs lifted) {
    Order order = new Order(layout);
    Sweep sweep = order.new Sweep(known, time, lifted);
    groups.forEach(sweep::over);
    return order;
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
    private final Ints tips = new Ints();
    private final Ints found = new Ints();
    private final Ints open = new Ints();
    private boolean unhinged;
    private int stamp;

    Sweep(KnownEdges known, Pairs time, Pairs lifted) {
      this.known = known;
      this.time = time;
      this.lifted = lifted;
    }

    void over(int[] members) {
      tips.clear();
      for (int member : members) {
        predecessors[member] = search(member);
        for (int predecessor : predecessors[member]) {
          seen[predecessor] = -stamp;
        }
        tips.removeIf(tip -> seen[tip] == -stamp);
        tips.add(member);
        if (unhinged) {
          ready[member] = lastEnd(members, member);
        }
      }
    }

    private int[] search(int member) {
      stamp++;
      unhinged = false;
      found.clear();
      open.clear();
      open.addAll(tips);
      known.collect(member, open);
      while (!open.isEmpty()) {
        look(open.removeLast(), member);
      }
      return found.isEmpty() ? NONE : found.toArray();
    }

    private void look(int candidate, int member) {
      if (seen[candidate] == stamp) {
        return;
      }
      seen[candidate] = stamp;
      if (waits(candidate, member)) {
        found.add(candidate);
        ready[member] = Math.max(ready[member], layout.end[candidate]);
      } else {
        for (int earlier : predecessors[candidate]) {
          open.add(earlier);
        }
      }
    }

    private boolean waits(int first, int second) {
      if (lifted.holds(first, second)) {
        unhinged = true;
        return false;
      }
      return time.holds(first, second) || known.origin(first, second) != null;
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
