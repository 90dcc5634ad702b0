package io.heddle.core.replay;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One run as arrays indexed by execution: where each stands and when, in ns after the root's start.
 */
final class Layout {
  private static final long TOLERANCE_CAP_NS = 1_000_000;
  private static final int NOISE_TOLERANCES = 5;

  final Run run;
  final Places places;
  final int size;

  /** -1 for the run's root; the roots of its further traces count as children of that. */
  final int[] parent;

  final int[] place;
  final int[] slot;

  /** Position among the children of the same parent, by start. */
  final int[] rank;

  final long[] start;
  final long[] end;

  /** When each was waiting to start already: its start, unless somebody recorded its wait. */
  final long[] ready;

  /** False for executions their parent does not wait for. */
  final boolean[] holds;

  /** An overlap up to this is none. */
  final long tolerance;

  /** Children of one parent each, by start; parents before their own children's groups. */
  final List<int[]> groups = new ArrayList<>();

  Layout(Run run, Places places) {
    this.run = run;
    this.places = places;
    size = run.executions().size();
    parent = new int[size];
    place = new int[size];
    slot = new int[size];
    rank = new int[size];
    start = new long[size];
    end = new long[size];
    ready = new long[size];
    holds = new boolean[size];
    tolerance = Math.min(run.root().durationNs() / 100, TOLERANCE_CAP_NS);
    for (Execution execution : run.executions()) {
      read(execution);
    }
    group();
    for (int[] members : groups) {
      number(members);
    }
  }

  /** Number of the node's name. */
  int name(int index) {
    return places.name(place[index]);
  }

  /** Number of the node. */
  int key(int index) {
    return places.key(place[index]);
  }

  Execution execution(int index) {
    return run.executions().get(index);
  }

  long duration(int index) {
    return end[index] - start[index];
  }

  /** Whether the first had ended when the second started. */
  boolean before(int first, int second) {
    return end[first] <= start[second] + tolerance;
  }

  /** Whether clock noise would explain that the first had not ended when the second started. */
  boolean nearlyBefore(int first, int second) {
    return end[first] <= start[second] + noise(first, second);
  }

  /** Whether the second was waiting to start although the first, noise aside, had not ended. */
  boolean wasReadyBefore(int first, int second) {
    return end[first] > ready[second] + noise(first, second);
  }

  /** Whether somebody recorded a wait. */
  boolean hasWaits() {
    return !Arrays.equals(ready, start);
  }

  /** What noise at most explains, in ns. */
  long mostNoise() {
    return NOISE_TOLERANCES * tolerance;
  }

  /** What noise explains of an overlap of two, in ns. */
  long noise(int first, int second) {
    long shorter = Math.min(duration(first), duration(second));
    return Math.max(2 * tolerance, Math.min(mostNoise(), shorter / 2));
  }

  /** Whether the first had ended when the second started, or two stamps a little off hide it. */
  boolean aboutBefore(int first, int second) {
    return end[first] <= start[second] + 2 * tolerance;
  }

  private void read(Execution execution) {
    int i = execution.index();
    long origin = run.root().startNs();
    parent[i] = i > 0 && execution.parent() < 0 ? 0 : execution.parent();
    int above = parent[i] < 0 ? Places.NONE : place[parent[i]];
    place[i] = places.place(above, execution);
    start[i] = execution.startNs() - origin;
    end[i] = execution.endNs() - origin;
    ready[i] = start[i] - Math.max(0, execution.waitNs());
    holds[i] = !execution.async() && (parent[i] < 0 || end[i] <= end[parent[i]] + tolerance);
  }

  private void group() {
    int[] children = new int[size];
    for (int i = 1; i < size; i++) {
      children[parent[i]]++;
    }
    int[][] byParent = new int[size][];
    for (int i = 0; i < size; i++) {
      byParent[i] = new int[children[i]];
    }
    for (int i = size - 1; i > 0; i--) {
      byParent[parent[i]][--children[parent[i]]] = i;
    }
    for (int[] members : byParent) {
      if (members.length > 0) {
        groups.add(byStart(members));
      }
    }
  }

  /** Siblings nearly always come in this order. */
  private int[] byStart(int[] members) {
    for (int i = 1; i < members.length; i++) {
      if (compare(members[i - 1], members[i]) > 0) {
        return Arrays.stream(members)
            .boxed()
            .sorted(this::compare)
            .mapToInt(Integer::intValue)
            .toArray();
      }
    }
    return members;
  }

  private int compare(int one, int other) {
    int order = Long.compare(start[one], start[other]);
    if (order == 0) {
      order = Long.compare(end[one], end[other]);
    }
    return order == 0 ? Long.compare(execution(one).spanId(), execution(other).spanId()) : order;
  }

  private void number(int[] members) {
    for (int i = 0; i < members.length; i++) {
      rank[members[i]] = i;
      slot[members[i]] = places.slot(place[members[i]], places.nextOrdinal(place[members[i]]));
    }
    for (int member : members) {
      places.restart(place[member]);
    }
  }
}
