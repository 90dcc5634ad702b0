package io.heddle.core.advice;

import io.heddle.core.statistics.NodeNumbers;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Brings together the attempts of each visit, run by run: those of one parent, node and visit.
 * Nearly every visit has one. Not thread-safe.
 */
final class Visits {
  private static final int NONE = -1;
  private static final int LEAST_ROOM = 64;

  /** Scatters visits 1, 2, 3 ... of several nodes, which else stand in each other's way. */
  private static final int GOLDEN = 0x9e3779b9;

  private final NodeNumbers numbers = new NodeNumbers();

  /** By number of the node's name. */
  private final List<Tries.Collector> collectors = new ArrayList<>();

  /** Of the run being read: where the first attempt of a visit stands plus one, by hash. */
  private int[] slots = new int[LEAST_ROOM];

  /** How many of the slots the run being read uses: a power of two. */
  private int room = LEAST_ROOM;

  /** Of the run being read, by execution: the next attempt of its visit. */
  private int[] next = {};

  private Visits() {}

  /** By name of the node. */
  static List<Tries> of(List<Run> runs, NodeTable nodes) {
    Visits visits = new Visits();
    runs.forEach(visits::read);
    List<Tries> all = new ArrayList<>();
    nodes.forEach(
        (node, attempts) -> all.add(visits.collector(attempts.get(0)).done(node, attempts)));
    return all;
  }

  private void read(Run run) {
    List<Execution> executions = run.executions();
    clear(executions.size());
    boolean[] isFirst = new boolean[executions.size()];
    for (int i = 1; i < isFirst.length; i++) {
      isFirst[i] = isFirst(executions, executions.get(i));
    }
    for (int i = 1; i < isFirst.length; i++) {
      Execution execution = executions.get(i);
      if (isFirst[i] && next[i] == NONE) {
        collector(execution).add(execution);
      } else if (isFirst[i]) {
        collector(execution).add(attempts(executions, i));
      }
    }
  }

  private void clear(int size) {
    room = Math.max(LEAST_ROOM, Integer.highestOneBit(size) * 4);
    slots = slots.length < room ? new int[room] : slots;
    next = next.length < size ? new int[size] : next;
    Arrays.fill(slots, 0, room, 0);
    Arrays.fill(next, 0, size, NONE);
  }

  /** Whether the execution is the first of its visit; else it is linked to those before it. */
  private boolean isFirst(List<Execution> executions, Execution execution) {
    int name = numbers.nameOf(execution);
    int hash = (GOLDEN * (GOLDEN * name + execution.parent()) + execution.visit()) * GOLDEN;
    int slot = (hash ^ hash >>> 16) & (room - 1);
    while (slots[slot] != 0) {
      Execution first = executions.get(slots[slot] - 1);
      if (first.parent() == execution.parent()
          && first.visit() == execution.visit()
          && numbers.nameOf(first) == name) {
        link(first.index(), execution.index());
        return false;
      }
      slot = (slot + 1) & (room - 1);
    }
    slots[slot] = execution.index() + 1;
    return true;
  }

  private void link(int first, int another) {
    int last = first;
    while (next[last] != NONE) {
      last = next[last];
    }
    next[last] = another;
  }

  private List<Execution> attempts(List<Execution> executions, int first) {
    List<Execution> attempts = new ArrayList<>();
    for (int at = first; at != NONE; at = next[at]) {
      attempts.add(executions.get(at));
    }
    attempts.sort(Comparator.comparingInt(Execution::attempt));
    return attempts;
  }

  private Tries.Collector collector(Execution execution) {
    int name = numbers.nameOf(execution);
    while (collectors.size() <= name) {
      collectors.add(new Tries.Collector());
    }
    return collectors.get(name);
  }
}
