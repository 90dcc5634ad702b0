package io.heddle.core.replay;

/**
 * What nobody waits for so far among the children of one parent. Those that wait for the same and
 * are alike to whoever comes later stand in one row, so that one look does for thousands side by
 * side.
 */
final class Tips {
  private static final int NOBODY = -1;

  private final Order.Pairs alike;
  private final int[] next;
  private final boolean[] followed;
  private final Ints rows = new Ints();

  /** Who came last to rows just added to, plus one. */
  private final int[] recent;

  /**
   * @param executions how many there are in the run
   * @param alike whether two may stand in one row
   */
  Tips(int executions, Order.Pairs alike) {
    this.alike = alike;
    next = new int[executions];
    followed = new boolean[executions];
    recent = new int[Order.recent(executions)];
  }

  /** Begins with the children of another parent. */
  void clear() {
    rows.clear();
  }

  /**
   * Adds one that nobody waits for.
   *
   * @param kind equal for those that are alike
   */
  void add(int execution, int kind) {
    next[execution] = NOBODY;
    int at = kind & (recent.length - 1);
    int last = recent[at] - 1;
    if (last != NOBODY && !followed[last] && alike.holds(last, execution)) {
      next[last] = execution;
    } else {
      rows.add(execution);
    }
    recent[at] = execution + 1;
  }

  /** Tells that somebody waits for it. */
  void follow(int execution) {
    followed[execution] = true;
  }

  /** The first of each row. */
  Ints rows() {
    for (int row = 0; row < rows.size(); row++) {
      rows.set(row, waiting(rows.get(row)));
    }
    rows.removeIf(first -> first == NOBODY);
    return rows;
  }

  /** The next in the row; negative for none. */
  int after(int execution) {
    return waiting(next[execution]);
  }

  private int waiting(int execution) {
    int first = execution;
    while (first != NOBODY && followed[first]) {
      first = next[first];
    }
    return first;
  }
}
