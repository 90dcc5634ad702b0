package io.heddle.core.advice;

import io.heddle.core.statistics.NodeNumbers;
import io.heddle.runs.Execution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of the time of the shorter branch another branch was under way too, and in what order.
 */
final class SideBySide {
  /** What a saving by running side by side takes for granted, since no span tells it. */
  static final String NOTHING_SHARED =
      "they need nothing that only one can have at a time, such as a lock or a connection, and do"
          + " not slow each other";

  /** Branches that share more of their time than this do run in parallel. */
  private static final double SERIAL = 0.05;

  /** In so many runs at least another branch must have been first, if they were begun at once. */
  private static final double SELDOM = 0.05;

  private final Fan fan;
  private final NodeNumbers numbers = new NodeNumbers();

  /** By number of the node's name. */
  private final List<Integer> branches = new ArrayList<>();

  /** In how many runs each branch was the first. */
  private final Map<Integer, Integer> firsts = new HashMap<>();

  private long sharedNs;
  private long possibleNs;
  private long runs;

  private SideBySide(Fan fan) {
    this.fan = fan;
  }

  static SideBySide of(Scope scope, Fan fan) {
    SideBySide found = new SideBySide(fan);
    scope.siblings().forEach(found::add);
    return found;
  }

  boolean serial() {
    return possibleNs > 0 && share() <= SERIAL;
  }

  /**
   * Whether the branches were begun at once, as far as their order tells: something kept them
   * apart.
   */
  boolean inEitherOrder() {
    int most = firsts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return runs - most >= Math.max(2, SELDOM * runs);
  }

  String order() {
    return inEitherOrder()
        ? "now one was first, now another: they may have been begun at once, and kept apart by"
            + " something that only one can have at a time"
        : "the same in every run, or nearly so, as an engine without threads for them has it";
  }

  /** Runs in which branches could have overlapped. */
  long runs() {
    return runs;
  }

  double share() {
    return possibleNs == 0 ? 0 : (double) sharedNs / possibleNs;
  }

  private void add(Scope.Siblings siblings) {
    long before = possibleNs;
    List<Execution> branching = new ArrayList<>();
    for (Execution later : siblings.executions()) {
      int branch = branchOf(later);
      if (branch >= 0) {
        for (Execution earlier : branching) {
          if (branchOf(earlier) != branch) {
            add(earlier, later);
          }
        }
        branching.add(later);
      }
    }
    if (possibleNs > before) {
      runs++;
      firsts.merge(branchOf(branching.get(0)), 1, Integer::sum);
    }
  }

  private int branchOf(Execution execution) {
    int name = numbers.nameOf(execution);
    if (name == branches.size()) {
      branches.add(fan.branchOf(execution.node()));
    }
    return branches.get(name);
  }

  private void add(Execution one, Execution other) {
    sharedNs += Math.max(0, Scope.Siblings.overlapNs(one, other));
    possibleNs += Math.min(one.durationNs(), other.durationNs());
  }
}
