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
 * @param retried those of the visits that were tried more than once
 * @param failed last attempts of the visits that failed for good
 * @param mostVisits in one run
 * @param longestNs of all attempts
 */
record Tries(
    String node,
    List<List<Execution>> visits,
    List<List<Execution>> retried,
    List<Execution> failed,
    int mostVisits,
    long longestNs) {
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
    return byNode.entrySet().stream().map(e -> of(e.getKey(), e.getValue())).toList();
  }

  private static Tries of(String node, List<List<Execution>> visits) {
    List<List<Execution>> retried = new ArrayList<>();
    List<Execution> failed = new ArrayList<>();
    int mostVisits = 0;
    long longestNs = 0;
    for (List<Execution> visit : visits) {
      Execution last = last(visit);
      if (last.attempt() > 1) {
        retried.add(visit);
      }
      if (last.error() != null) {
        failed.add(last);
      }
      mostVisits = Math.max(mostVisits, last.visit());
      for (Execution attempt : visit) {
        longestNs = Math.max(longestNs, attempt.durationNs());
      }
    }
    return new Tries(node, visits, retried, failed, mostVisits, longestNs);
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

  /** Between the attempts of each visit, sorted, in ns. */
  long[] pauses() {
    return retried.stream()
        .flatMapToLong(visit ->
            IntStream.range(1, visit.size())
                .mapToLong(i -> visit.get(i).startNs() - visit.get(i - 1).endNs()))
        .sorted()
        .toArray();
  }

  static Execution last(List<Execution> attempts) {
    return attempts.get(attempts.size() - 1);
  }
}
