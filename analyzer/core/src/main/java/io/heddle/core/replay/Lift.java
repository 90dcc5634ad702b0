package io.heddle.core.replay;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pairs of one run that a change lets run side by side. A loop that comes back to a node after
 * another branch had its turn starts a new round, and rounds stay in order.
 */
final class Lift implements Order.Pairs {
  private final int[] branch;
  private final int[] round;

  Lift(Layout layout, Branches branches) {
    branch = new int[layout.size];
    round = new int[layout.size];
    for (int i = 0; i < layout.size; i++) {
      branch[i] = branches.of(layout.name(i));
    }
    int[] latest = new int[branches.count()];
    layout.groups.forEach(members -> count(layout, members, latest));
  }

  /** Everything the changes lift. */
  static Order.Pairs of(Layout layout, List<Branches> changes) {
    List<Lift> lifts = changes.stream().map(branches -> new Lift(layout, branches)).toList();
    return lifts.size() == 1
        ? lifts.get(0)
        : (first, second) -> lifts.stream().anyMatch(lift -> lift.holds(first, second));
  }

  @Override
  public boolean holds(int first, int second) {
    return branch[first] >= 0
        && branch[second] >= 0
        && branch[first] != branch[second]
        && round[first] == round[second];
  }

  @Override
  public boolean alike(int one, int other) {
    return branch[one] == branch[other] && round[one] == round[other];
  }

  /**
   * Numbers the rounds among the children of one parent.
   *
   * @param latest room for the latest position of each branch in a round
   */
  private void count(Layout layout, int[] members, int[] latest) {
    Map<Integer, Integer> latestOfPlace = new HashMap<>();
    Arrays.fill(latest, -1);
    int current = 0;
    for (int position = 0; position < members.length; position++) {
      int member = members[position];
      if (branch[member] < 0) {
        continue;
      }
      Integer before = latestOfPlace.get(layout.place[member]);
      if (before != null && othersSince(before, branch[member], latest)) {
        current++;
        latestOfPlace.clear();
        Arrays.fill(latest, -1);
      }
      latestOfPlace.put(layout.place[member], position);
      latest[branch[member]] = position;
      round[member] = current;
    }
  }

  private static boolean othersSince(int position, int own, int[] latest) {
    for (int other = 0; other < latest.length; other++) {
      if (other != own && latest[other] > position) {
        return true;
      }
    }
    return false;
  }
}
