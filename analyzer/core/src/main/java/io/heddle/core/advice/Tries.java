package io.heddle.core.advice;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Every visit of one node with all its attempts, over all runs.
 *
 * @param visits the attempts of one visit each, by attempt
 */
record Tries(String node, List<List<Execution>> visits) {
  private record Visit(int parent, String node, int visit) {}

  /** By name of the node; the root of a run is no node. */
  static List<Tries> of(List<Run> runs) {
    Map<String, List<List<Execution>>> byNode = new TreeMap<>();
    for (Run run : runs) {
      Map<Visit, List<Execution>> visits = new LinkedHashMap<>();
      for (Execution e : run.executions().subList(1, run.executions().size())) {
        visits.merge(new Visit(e.parent(), e.node(), e.visit()), List.of(e), Tries::both);
      }
      visits.replaceAll((visit, attempts) -> inOrder(attempts));
      visits.forEach((visit, attempts) ->
          byNode.computeIfAbsent(visit.node, none -> new ArrayList<>()).add(attempts));
    }
    return byNode.entrySet().stream().map(e -> new Tries(e.getKey(), e.getValue())).toList();
  }

  /** Nearly every visit has one attempt, which needs no list that can grow. */
  private static List<Execution> both(List<Execution> attempts, List<Execution> more) {
    List<Execution> both = attempts.size() == 1 ? new ArrayList<>(attempts) : attempts;
    both.addAll(more);
    return both;
  }

  private static List<Execution> inOrder(List<Execution> attempts) {
    if (attempts.size() > 1) {
      attempts.sort(Comparator.comparingInt(Execution::attempt));
    }
    return attempts;
  }

  /** Visits that were tried more than once. */
  List<List<Execution>> retried() {
    return visits.stream().filter(attempts -> last(attempts).attempt() > 1).toList();
  }

  /** Between the attempts of each visit, sorted, in ns. */
  long[] pauses() {
    return retried().stream()
        .flatMapToLong(visit ->
            IntStream.range(1, visit.size())
                .mapToLong(i -> visit.get(i).startNs() - visit.get(i - 1).endNs()))
        .sorted()
        .toArray();
  }

  /** Visits whose last attempt failed. */
  List<Execution> failed() {
    return visits.stream().map(Tries::last).filter(last -> last.error() != null).toList();
  }

  static Execution last(List<Execution> attempts) {
    return attempts.get(attempts.size() - 1);
  }
}
