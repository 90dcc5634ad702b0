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
  private static final int UNKNOWN = 0;

  final Run run;
  final Places places;
  final int size;

  /** -1 for the run's root; the roots of its further traces count as children of that. */
  final int[] parent;

  final int[] place;
  final int[] slot;

  /** Position among the children of the same parent, by start, noise aside. */
  final int[] rank;

  final long[] start;
  final long[] end;

  /** When each was waiting to start already: its start, unless somebody recorded its wait. */
  final long[] ready;

  /** False for executions their parent does not wait for. */
  final boolean[] holds;

  /** An overlap up to this is none. */
  final long tolerance;

  /** What all runs together say that clocks may hide. */
  private final long clockNoise;

  /**
   * Children of one parent each, by start, noise aside; parents before their own children's groups.
   */
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
    clockNoise = UNKNOWN;
    for (Execution execution : run.executions()) {
      read(execution);
    }
    group();
    for (int[] members : groups) {
      number(members);
    }
  }

  private Layout(Layout plain, long clockNoise) {
    run = plain.run;
    places = plain.places;
    size = plain.size;
    parent = plain.parent;
    place = plain.place;
    slot = plain.slot;
    rank = new int[size];
    start = plain.start;
    end = plain.end;
    ready = plain.ready;
    holds = new boolean[size];
    tolerance = plain.tolerance;
    this.clockNoise = clockNoise;
    for (Execution execution : run.executions()) {
      holds[execution.index()] = waitsFor(execution);
    }
    for (int[] members : plain.groups) {
      groups.add(ranked(Turns.undone(plain, members, clockNoise)));
    }
  }

  private int[] ranked(int[] members) {
    for (int i = 0; i < members.length; i++) {
      rank[members[i]] = i;
    }
    return members;
  }

  /** The same run, read with clocks in mind that hide so long an overlap. */
  Layout with(long noise) {
    return noise == clockNoise ? this : new Layout(this, noise);
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
    return Math.max(NOISE_TOLERANCES * tolerance, clockNoise);
  }

  /** What noise explains of an overlap of two, in ns. */
  long noise(int first, int second) {
    long shorter = Math.min(duration(first), duration(second));
    return Math.max(stray(), Math.min(NOISE_TOLERANCES * tolerance, shorter / 2));
  }

  /** How far two stamps together may be off, in ns. */
  long stray() {
    return Math.max(2 * tolerance, clockNoise);
  }

  /** The least overlap of two that is no noise when most runs have it, in ns. */
  long doubt(int first, int second) {
    long shorter = Math.min(duration(first), duration(second));
    return Math.max(tolerance, Math.min(clockNoise, shorter * 4 / 5));
  }

  /** Whether the first had ended when the second started, or two stamps a little off hide it. */
  boolean aboutBefore(int first, int second) {
    return end[first] <= start[second] + stray();
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
    holds[i] = waitsFor(execution);
  }

  /** A parent waits for what ended by its own end, which noise may hide. */
  private boolean waitsFor(Execution execution) {
    int i = execution.index();
    return !execution.async()
        && (parent[i] < 0 || end[i] <= end[parent[i]] + Math.max(tolerance, clockNoise));
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
    for (int member : ranked(members)) {
      slot[member] = places.slot(place[member], places.nextOrdinal(place[member]));
    }
    for (int member : members) {
      places.restart(place[member]);
    }
  }
}
