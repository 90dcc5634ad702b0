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

  Lift(Layout layout, Change.Parallel change) {
    branch = new int[layout.size];
    round = new int[layout.size];
    Arrays.setAll(branch, i -> branchOf(layout.execution(i).node(), change));
    layout.groups.forEach(members -> count(layout, members));
  }

  /** Everything the changes lift. */
  static Order.Pairs of(Layout layout, List<Change.Parallel> changes) {
    List<Lift> lifts = changes.stream().map(change -> new Lift(layout, change)).toList();
    return (first, second) -> lifts.stream().anyMatch(lift -> lift.holds(first, second));
  }

  @Override
  public boolean holds(int first, int second) {
    return branch[first] >= 0
        && branch[second] >= 0
        && branch[first] != branch[second]
        && round[first] == round[second];
  }

  private static int branchOf(String node, Change.Parallel change) {
    for (int i = 0; i < change.branches().size(); i++) {
      if (change.branches().get(i).contains(node)) {
        return i;
      }
    }
    return -1;
  }

  private void count(Layout layout, int[] members) {
    Map<Integer, Integer> lastOfPlace = new HashMap<>();
    Map<Integer, Integer> lastOfBranch = new HashMap<>();
    int current = 0;
    for (int position = 0; position < members.length; position++) {
      int member = members[position];
      if (branch[member] < 0) {
        continue;
      }
      Integer before = lastOfPlace.get(layout.place[member]);
      if (before != null && othersSince(before, branch[member], lastOfBranch)) {
        current++;
        lastOfPlace.clear();
        lastOfBranch.clear();
      }
      lastOfPlace.put(layout.place[member], position);
      lastOfBranch.put(branch[member], position);
      round[member] = current;
    }
  }

  private static boolean othersSince(int position, int own, Map<Integer, Integer> lastOfBranch) {
    return lastOfBranch.entrySet().stream()
        .anyMatch(last -> last.getKey() != own && last.getValue() > position);
  }
}
