package io.heddle.core.replay;

import java.util.ArrayList;
import java.util.List;

/** Counts down what the children of one parent still wait for. */
final class Successors {
  private final Layout layout;
  private final int[] members;
  private final int[] open;
  private final List<Ints> after = new ArrayList<>();

  Successors(Layout layout, Order order, int[] members) {
    this.layout = layout;
    this.members = members;
    open = new int[members.length];
    for (int i = 0; i < members.length; i++) {
      after.add(new Ints());
    }
    for (int member : members) {
      int[] before = order.before(member);
      open[layout.rank[member]] = before.length;
      for (int predecessor : before) {
        after.get(layout.rank[predecessor]).add(member);
      }
    }
  }

  /** Those who wait for nobody. */
  int[] free() {
    Ints free = new Ints();
    for (int i = 0; i < members.length; i++) {
      if (open[i] == 0) {
        free.add(members[i]);
      }
    }
    return free.toArray();
  }

  /** Those who wait for nobody any more once this one has ended. */
  int[] after(int member) {
    Ints freed = new Ints();
    for (int successor : after.get(layout.rank[member]).toArray()) {
      if (--open[layout.rank[successor]] == 0) {
        freed.add(successor);
      }
    }
    return freed.toArray();
  }
}
