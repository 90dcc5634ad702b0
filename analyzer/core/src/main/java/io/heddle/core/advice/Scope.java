package io.heddle.core.advice;

import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Role;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The nodes that stand below one place of a workflow, over all runs: what could be reordered. */
final class Scope {
  private static final Comparator<Execution> BY_START =
      Comparator.comparingLong(Execution::startNs)
          .thenComparingLong(Execution::endNs)
          .thenComparingLong(Execution::spanId);
  private static final long TOLERANCE_CAP_NS = 1_000_000;

  /**
   * The nodes below one parent in one run.
   *
   * @param executions by start
   */
  record Siblings(Run run, List<Execution> executions) {
    /** Whether two executions were under way at once for longer than clocks may be off. */
    boolean overlap(Execution one, Execution other) {
      return overlapNs(one, other) > Math.min(run.root().durationNs() / 100, TOLERANCE_CAP_NS);
    }

    static long overlapNs(Execution one, Execution other) {
      return Math.min(one.endNs(), other.endNs()) - Math.max(one.startNs(), other.startNs());
    }
  }

  private final List<Siblings> siblings = new ArrayList<>();
  private final Map<String, List<Execution>> byNode = new LinkedHashMap<>();

  static List<Scope> of(List<Run> runs) {
    SortedMap<String, Scope> byPlace = new TreeMap<>();
    Map<Place, String> places = new HashMap<>();
    for (Run run : runs) {
      collect(run, places, byPlace);
    }
    return List.copyOf(byPlace.values());
  }

  /** One group a run and parent, in order of the runs. */
  List<Siblings> siblings() {
    return siblings;
  }

  /** Names of the nodes, in the order in which they first appear. */
  Set<String> nodes() {
    return Collections.unmodifiableSet(byNode.keySet());
  }

  /** Every execution of a node, in order of the runs. */
  List<Execution> executions(String node) {
    return byNode.getOrDefault(node, List.of());
  }

  private void add(Run run, List<Execution> executions) {
    executions.sort(BY_START);
    siblings.add(new Siblings(run, executions));
    for (Execution execution : executions) {
      byNode.computeIfAbsent(execution.node(), none -> new ArrayList<>()).add(execution);
    }
  }

  /** A place is known by the names on the way to it, which also give its rank among the scopes. */
  private static void collect(
      Run run, Map<Place, String> places, SortedMap<String, Scope> byPlace) {
    List<Execution> executions = run.executions();
    Map<Integer, List<Execution>> nodes = new HashMap<>();
    boolean[] isParent = new boolean[executions.size()];
    for (Execution execution : executions) {
      if (execution.parent() >= 0) {
        isParent[execution.parent()] = true;
        if (execution.role() == Role.NODE) {
          nodes.computeIfAbsent(execution.parent(), none -> new ArrayList<>()).add(execution);
        }
      }
    }
    String[] placeOf = new String[executions.size()];
    for (int i = 0; i < isParent.length; i++) {
      if (isParent[i]) {
        placeOf[i] = place(executions.get(i), places, placeOf);
        List<Execution> below = nodes.get(i);
        if (below != null) {
          byPlace.computeIfAbsent(placeOf[i], none -> new Scope()).add(run, below);
        }
      }
    }
  }

  private static String place(Execution execution, Map<Place, String> places, String[] placeOf) {
    String above = execution.parent() < 0 ? "" : placeOf[execution.parent()];
    return places.computeIfAbsent(
        new Place(above, execution.node()), it -> it.above + "\0" + it.node);
  }

  private record Place(String above, String node) {}
}
