package io.heddle.core.advice;

import io.heddle.core.replay.Change;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Nodes that are ready and wait for a worker. */
public final class QueueRule implements Rule {
  private static final int PRIORITY = 7;
  private static final double NS_PER_MS = 1e6;

  @Override
  public String id() {
    return "queue";
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  @Override
  public List<Proposal> examine(Subject subject) {
    Map<String, List<Execution>> waiting = waiting(subject);
    List<Proposal> proposals = new ArrayList<>();
    waiting.forEach((node, executions) -> {
      Change served = new Change.Each(node, new NoWait());
      Saving saving =
          subject.mayMatter(waitedNs(executions)) ? subject.worth(List.of(served)) : null;
      if (saving != null) {
        Pool pool = Pool.of(executions, waiting.values());
        proposals.add(new Proposal(recommend(subject, node, pool, saving), List.of(served)));
      }
    });
    return proposals;
  }

  private static Map<String, List<Execution>> waiting(Subject subject) {
    Map<String, List<Execution>> waiting = new TreeMap<>();
    subject
        .nodes()
        .forEach((node, executions) -> {
          List<Execution> waited = executions.stream().filter(it -> it.waitNs() >= 0).toList();
          if (!waited.isEmpty()) {
            waiting.put(node, waited);
          }
        });
    return waiting;
  }

  /** How long all of the executions waited, together. */
  static double waitedNs(List<Execution> executions) {
    double waited = 0;
    for (Execution execution : executions) {
      waited += Math.max(0, execution.waitNs());
    }
    return waited;
  }

  private Recommendation recommend(Subject subject, String node, Pool pool, Saving saving) {
    List<Run> runs = subject.wholeRuns();
    double waitMs = (double) new Waited(node).in(runs) / runs.size() / NS_PER_MS;
    Integer workers = pool.workers;
    Facts evidence =
        Facts.none()
            .with("waitMs", waitMs)
            .with("shareOfRun", waitMs / subject.meanMs())
            .with("executions", pool.executions.size());
    return new Draft(subject, this, Category.SCALABILITY, List.of(node))
        .title("%s waits %.1f ms a run for a worker".formatted(node, waitMs))
        .evidence(
            workers == null
                ? evidence.withUnknown("workers")
                : evidence.with("workers", workers.longValue()).with("sharedByNodes", pool.shared))
        .saving(saving)
        .effort(Level.LOW)
        .risk(Level.MEDIUM)
        .steps(
            workers == null
                ? "Give " + node + " more workers; how many it has now was not recorded."
                : "Give " + node + " " + workers + " workers: that cuts the wait by 80 %.",
            "Check that what the node calls bears the additional load.",
            "Run the workload again and compare with the predicted interval.")
        .example(workers == null ? null : EngineWords.of(subject.engine()).workers(node, workers))
        .done();
  }

  /**
   * Executions of one node and the workers that would do.
   *
   * @param workers null when no number of them explains the wait
   * @param shared whether they are those of all nodes that wait
   */
  private record Pool(List<Execution> executions, @Nullable Integer workers, boolean shared) {
    static Pool of(List<Execution> executions, Collection<List<Execution>> all) {
      Integer own = Workers.needed(executions);
      return own == null
          ? new Pool(executions, Workers.needed(all.stream().flatMap(List::stream).toList()), true)
          : new Pool(executions, own, false);
    }
  }

  /** Takes the recorded wait out of the gap, and a server whenever one is needed. */
  static final class NoWait implements Change.Treatment {
    @Override
    public boolean needsServer() {
      return false;
    }

    @Override
    public long gap(Run run, Execution execution, long before) {
      return before - Math.max(0, Math.min(before, execution.waitNs()));
    }
  }
}
