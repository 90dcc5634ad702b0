package io.heddle.core.advice;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/** Habits that cost nothing today and much on a bad day. */
public final class PracticeRule implements Rule {
  private static final int PRIORITY = 1;
  private static final int LEAST_RETRIES = 10;
  private static final long NO_BACKOFF_NS = 5_000_000;
  private static final int UNBOUNDED = 100;

  @Override
  public String id() {
    return "practice";
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  @Override
  public List<Proposal> examine(Subject subject) {
    List<Proposal> proposals = new ArrayList<>();
    List<Run> large =
        subject.runs().stream().filter(run -> run.executions().size() > UNBOUNDED).toList();
    for (Tries tries : subject.tries()) {
      long[] pauses = pauses(tries);
      if (pauses.length >= LEAST_RETRIES && pauses[pauses.length / 2] < NO_BACKOFF_NS) {
        proposals.add(new Proposal(noBackoff(subject, tries, pauses), List.of()));
      }
      int peak = large.stream().mapToInt(run -> peak(run, tries.node())).max().orElse(0);
      if (peak >= UNBOUNDED) {
        proposals.add(new Proposal(unbounded(subject, tries.node(), peak), List.of()));
      }
    }
    return proposals;
  }

  private Recommendation noBackoff(Subject subject, Tries tries, long[] pauses) {
    return new Draft(subject, this, Category.BEST_PRACTICES, List.of(tries.node()))
        .aspect("no back-off")
        .title("%s is tried again at once".formatted(tries.node()))
        .evidence(
            Facts.none()
                .with("what", "retries without back-off")
                .with("where", tries.node())
                .with("retries", pauses.length)
                .with("medianPauseMs", pauses[pauses.length / 2] / 1e6))
        .severity(Severity.LOW)
        .effort(Level.LOW)
        .risk(Level.LOW)
        .steps("Wait before each further attempt, twice as long each time, with jitter.")
        .example(EngineWords.of(subject.engine()).retry(tries.node()))
        .done();
  }

  private Recommendation unbounded(Subject subject, String node, int peak) {
    return new Draft(subject, this, Category.BEST_PRACTICES, List.of(node))
        .aspect("unbounded")
        .title("%d executions of %s run at once".formatted(peak, node))
        .evidence(
            Facts.none()
                .with("what", "unbounded parallelism")
                .with("where", node)
                .with("atOnce", peak))
        .severity(Severity.LOW)
        .effort(Level.LOW)
        .risk(Level.LOW)
        .steps("Bound how many executions of " + node + " one run may have under way.")
        .example(EngineWords.of(subject.engine()).bound(node, 16))
        .done();
  }

  /** Between the attempts of the node, sorted, in ns. */
  private static long[] pauses(Tries tries) {
    List<Long> pauses = new ArrayList<>();
    for (List<Execution> visit : tries.retried()) {
      for (int i = 1; i < visit.size(); i++) {
        pauses.add(visit.get(i).startNs() - visit.get(i - 1).endNs());
      }
    }
    long[] sorted = pauses.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static int peak(Run run, String node) {
    PriorityQueue<Long> ends = new PriorityQueue<>();
    int peak = 0;
    List<Execution> executions =
        run.executions().stream()
            .filter(e -> e.node().equals(node))
            .sorted((a, b) -> Long.compare(a.startNs(), b.startNs()))
            .toList();
    for (Execution execution : executions) {
      while (!ends.isEmpty() && ends.element() <= execution.startNs()) {
        ends.remove();
      }
      ends.add(execution.endNs());
      peak = Math.max(peak, ends.size());
    }
    return peak;
  }
}
