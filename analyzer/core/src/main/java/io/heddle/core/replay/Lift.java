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
    Map<Integer, Integer> branchOfName = branches(layout.places, change);
    Arrays.setAll(branch, i -> branchOfName.getOrDefault(layout.name(i), -1));
    layout.groups.forEach(members -> count(layout, members));
  }

  /** Whether the run has executions of more than one branch of any change. */
  static boolean meant(Layout layout, List<Change.Parallel> changes) {
    return changes.stream().anyMatch(change -> meant(layout, branches(layout.places, change)));
  }

  private static boolean meant(Layout layout, Map<Integer, Integer> branches) {
    int first = -1;
    for (int i = 1; i < layout.size; i++) {
      int branch = branches.getOrDefault(layout.name(i), -1);
      if (branch >= 0 && first >= 0 && branch != first) {
        return true;
      }
      first = branch >= 0 ? branch : first;
    }
    return false;
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

  /** By number of the node's name; a node of several branches belongs to the first. */
  private static Map<Integer, Integer> branches(Places places, Change.Parallel change) {
    Map<Integer, Integer> branches = new HashMap<>();
    for (int i = 0; i < change.branches().size(); i++) {
      for (String node : change.branches().get(i)) {
        branches.putIfAbsent(places.name(node), i);
      }
    }
    branches.remove(Places.NONE);
    return branches;
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
