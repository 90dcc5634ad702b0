package io.heddle.core.replay;

import java.util.Arrays;

/**
 * What every execution of one run waits for, found by one sweep over the starts of the children of
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
  private final KnownEdges known;
  private final Pairs time;
  private final Pairs lifted;
  private final int[][] predecessors;
  private final int[] seen;
  private final long[] ready;
  private final boolean[] unhinged;
  private int stamp;

  /**
   * @param time asked only of pairs that nothing but time puts in order
   * @param lifted pairs whose order is dropped, whatever speaks for it
   */
  Order(Layout layout, KnownEdges known, Pairs time, Pairs lifted) {
    this.layout = layout;
    this.known = known;
    this.time = time;
    this.lifted = lifted;
    predecessors = new int[layout.size][];
    Arrays.fill(predecessors, NONE);
    seen = new int[layout.size];
    ready = new long[layout.size];
    Arrays.fill(ready, NEVER);
    unhinged = new boolean[layout.size];
    layout.groups.forEach(this::sweep);
  }

  int[] before(int execution) {
    return predecessors[execution];
  }

  /** The recorded instant from which the gap before the execution counts. */
  long recordedReady(int execution) {
    return ready[execution] == NEVER ? layout.start[layout.parent[execution]] : ready[execution];
  }

  private void sweep(int[] members) {
    Ints tips = new Ints();
    for (int member : members) {
      predecessors[member] = search(tips, member);
      for (int predecessor : predecessors[member]) {
        seen[predecessor] = -stamp;
      }
      tips.removeIf(tip -> seen[tip] == -stamp);
      tips.add(member);
      if (unhinged[member]) {
        ready[member] = lastEnd(members, member);
      }
    }
  }

  private int[] search(Ints tips, int member) {
    stamp++;
    Ints found = new Ints();
    Ints open = new Ints();
    open.addAll(tips);
    known.into(member).forEach(open::add);
    while (!open.isEmpty()) {
      int candidate = open.removeLast();
      if (seen[candidate] == stamp) {
        continue;
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
    return found.toArray();
  }

  private boolean waits(int first, int second) {
    if (lifted.holds(first, second)) {
      unhinged[second] = true;
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
      if (layout.before(other, member)) {
        last = Math.max(last, layout.end[other]);
      }
    }
    return last;
  }
}
