package io.heddle.recorder;

import io.heddle.recorder.jvm.ThreadCosts;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the leaves cost that are open on one thread and measured, innermost last. Such a leaf has an
 * even span id, all others odd ones, so its end finds out without looking anywhere. Confined to its
 * thread.
 */
final class MeasuredLeaves {
  /** Deeper than this is recursion: what it costs can be told of its inner part only. */
  private static final int MAX_OPEN = 256;

  private static final int INITIAL_OPEN = 2;

  private long[] ids = new long[INITIAL_OPEN];
  private Costs[] costs = {new Costs(), new Costs()};
  private int open;

  /** Whether the leaf with that span id is measured. */
  static boolean isOne(long id) {
    return (id & 1) == 0;
  }

  /**
   * A leaf begins.
   *
   * @param id a new one
   * @param what {@link Costs#CPU}, {@link Costs#MEMORY} or both
   * @return the id it has instead
   */
  long begin(long id, ThreadCosts thread, int what) {
    long own = id + 1;
    if (own == 0) {
      return id;
    }
    if (open == MAX_OPEN) {
      open = 0;
    }
    ensureRoom();
    ids[open] = own;
    costs[open].begin(thread, what);
    open++;
    return own;
  }

  /** It ends: what it has cost; null when that cannot be told. Inner ones that did not end go. */
  @Nullable Costs end(long id) {
    int at = open - 1;
    while (at >= 0 && ids[at] != id) {
      at--;
    }
    if (at < 0) {
      return null;
    }
    open = at;
    costs[at].end();
    return costs[at];
  }

  private void ensureRoom() {
    if (open == ids.length) {
      ids = Arrays.copyOf(ids, open * 2);
      costs = Arrays.copyOf(costs, open * 2);
      Arrays.setAll(costs, i -> i < open ? costs[i] : new Costs());
    }
  }
}
