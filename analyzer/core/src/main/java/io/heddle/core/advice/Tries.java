package io.heddle.core.advice;

import io.heddle.runs.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Every visit of one node with all its attempts, over all runs.
 *
 * @param attempts all of them, in order of the runs
 * @param visits how many there were
 * @param retried those of the visits that were tried more than once, by attempt
 * @param failed last attempts of the visits that failed for good
 * @param mostVisits in one run
 * @param longestNs of all attempts
 */
record Tries(
    String node,
    List<Execution> attempts,
    int visits,
    List<List<Execution>> retried,
    List<Execution> failed,
    int mostVisits,
    long longestNs) {
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

  /** Takes up visit after visit of one node. Not thread-safe. */
  static final class Collector {
    private final List<List<Execution>> retried = new ArrayList<>();
    private final List<Execution> failed = new ArrayList<>();
    private int visits;
    private int mostVisits;

    /**
     * Adds a visit.
     *
     * @param attempts by attempt
     */
    void add(List<Execution> attempts) {
      Execution last = last(attempts);
      visits++;
      mostVisits = Math.max(mostVisits, last.visit());
      if (last.attempt() > 1) {
        retried.add(attempts);
      }
      if (last.error() != null) {
        failed.add(last);
      }
    }

    /** Adds a visit of one attempt. */
    void add(Execution only) {
      if (only.attempt() > 1 || only.error() != null) {
        add(List.of(only));
      } else {
        visits++;
        mostVisits = Math.max(mostVisits, only.visit());
      }
    }

    Tries done(String node, List<Execution> attempts) {
      long longestNs = 0;
      for (Execution attempt : attempts) {
        longestNs = Math.max(longestNs, attempt.durationNs());
      }
      return new Tries(node, attempts, visits, retried, failed, mostVisits, longestNs);
    }
  }
}
