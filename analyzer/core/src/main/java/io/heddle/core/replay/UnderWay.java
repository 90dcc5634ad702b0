package io.heddle.core.replay;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What is under way while one looks from one start to the next among the children of a parent: of
 * each slot what ends last. What clearly goes on is known by slot alone, so that thousands side by
 * side need no look at each. Not thread-safe.
 */
final class UnderWay {
  private static final int NOBODY = -1;

  private int[] lastOfSlot = {};
  private final Ints slots = new Ints();
  private final BitSet clearly = new BitSet();
  private final Ints barely = new Ints();
  private Layout layout;
  private EndHeap ends;
  private long latestReady;

  UnderWay(Layout layout) {
    this.layout = layout;
    ends = new EndHeap(layout.end);
  }

  /** Begins with the children of a parent. */
  void open(Layout opened) {
    for (int i = 0; i < slots.size(); i++) {
      lastOfSlot[slots.get(i)] = NOBODY;
    }
    slots.clear();
    clearly.clear();
    barely.clear();
    layout = opened;
    ends = new EndHeap(layout.end);
    latestReady = Long.MIN_VALUE;
  }

  /**
   * Goes on to the next start.
   *
   * @param ready when what starts was waiting to start
   * @param firstReady when it or one that starts later was
   */
  void moveTo(long ready, long firstReady) {
    latestReady = Math.max(latestReady, ready);
    while (ends.size() > 0 && !isClear(ends.first())) {
      int member = ends.removeFirst();
      if (isLast(member)) {
        clearly.clear(layout.slot[member]);
        barely.add(member);
      }
    }
    barely.removeIf(
        member -> !isLast(member) || layout.end[member] <= firstReady + layout.tolerance);
  }

  /** The slots of what goes on whatever noise hides: for what starts, and was ready, now. */
  BitSet clearly() {
    return clearly;
  }

  /** The others that have not ended: noise may explain it. */
  Ints barely() {
    return barely;
  }

  void start(int member) {
    int slot = layout.slot[member];
    int before = last(slot);
    if (before == NOBODY || layout.end[before] < layout.end[member]) {
      lastOfSlot[slot] = member;
      slots.add(slot);
      clearly.set(slot);
      ends.add(member);
    }
  }

  private int last(int slot) {
    if (slot >= lastOfSlot.length) {
      int known = lastOfSlot.length;
      lastOfSlot = Arrays.copyOf(lastOfSlot, Math.max(slot + 1, 2 * known));
      Arrays.fill(lastOfSlot, known, lastOfSlot.length, NOBODY);
    }
    return lastOfSlot[slot];
  }

  private boolean isLast(int member) {
    return lastOfSlot[layout.slot[member]] == member;
  }

  private boolean isClear(int member) {
    return layout.end[member] > latestReady + layout.mostNoise();
  }
}
