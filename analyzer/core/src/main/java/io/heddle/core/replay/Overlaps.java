package io.heddle.core.replay;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which pairs of slots were ever under way at once, or, if asked for, one while the other was ready
 * and waited for a worker: one such run disproves an order for all. An overlap that clock noise
 * explains does not: it is small beside the run and beside both executions, and most runs do
 * without.
 */
final class Overlaps {
  /** By the slot of what started later; the other way round may stand in the other's row. */
  private final List<BitSet> disproved = new ArrayList<>();

  private final Map<Long, Integer> doubtful = new HashMap<>();
  private final Ints occurrences = new Ints();

  private final Function<Layout, long[]> instants;

  private Overlaps(Function<Layout, long[]> instants) {
    this.instants = instants;
  }

  /** What was under way when the other started. */
  static Overlaps ofTimes(List<Layout> layouts) {
    return of(layouts, layout -> layout.start);
  }

  /** What was under way when the other was ready, as far as somebody recorded its wait. */
  static Overlaps ofQueues(List<Layout> layouts) {
    return of(layouts, layout -> layout.ready);
  }

  private static Overlaps of(List<Layout> layouts, Function<Layout, long[]> instants) {
    Overlaps overlaps = new Overlaps(instants);
    UnderWay underWay = new UnderWay(layouts.get(0));
    for (Layout layout : layouts) {
      for (int[] members : layout.groups) {
        overlaps.collect(layout, members, underWay);
      }
    }
    overlaps.doubtful.forEach(overlaps::judge);
    return overlaps;
  }

  boolean ever(int slot, int other) {
    return after(slot, other) || after(other, slot);
  }

  private boolean after(int slot, int earlier) {
    return slot < disproved.size() && disproved.get(slot).get(earlier);
  }

  private void collect(Layout layout, int[] members, UnderWay underWay) {
    underWay.open(layout);
    long[] ready = instants.apply(layout);
    long[] firstReady = firstReady(ready, members);
    for (int position = 0; position < members.length; position++) {
      int member = members[position];
      count(layout.slot[member]);
      underWay.moveTo(ready[member], firstReady[position]);
      row(layout.slot[member]).or(underWay.clearly());
      for (int i = 0; i < underWay.barely().size(); i++) {
        collect(layout, underWay.barely().get(i), member, ready[member]);
      }
      underWay.start(member);
    }
  }

  /** For each member when it or one that started later was ready. */
  private static long[] firstReady(long[] ready, int[] members) {
    long[] first = new long[members.length];
    long earliest = Long.MAX_VALUE;
    for (int i = members.length - 1; i >= 0; i--) {
      earliest = Math.min(earliest, ready[members[i]]);
      first[i] = earliest;
    }
    return first;
  }

  private void count(int slot) {
    while (occurrences.size() <= slot) {
      occurrences.add(0);
    }
    occurrences.set(slot, occurrences.get(slot) + 1);
  }

  private void collect(Layout layout, int first, int second, long ready) {
    int slot = layout.slot[first];
    int other = layout.slot[second];
    if (layout.end[first] > ready + layout.noise(first, second)) {
      row(other).set(slot);
    } else if (layout.end[first] > ready + layout.doubt(first, second)) {
      doubtful.merge(pair(slot, other), 1, Integer::sum);
    }
  }

  private void judge(long pair, int count) {
    int slot = (int) (pair >>> 32);
    int other = (int) pair;
    if (2 * count > Math.min(occurrences.get(slot), occurrences.get(other))) {
      row(other).set(slot);
    }
  }

  private BitSet row(int slot) {
    while (disproved.size() <= slot) {
      disproved.add(new BitSet());
    }
    return disproved.get(slot);
  }

  private static long pair(int slot, int other) {
    return (long) Math.min(slot, other) << 32 | Math.max(slot, other);
  }
}
