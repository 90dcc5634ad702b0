package io.heddle.core.advice;

import io.heddle.core.replay.Change;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Time that goes into attempts that failed and into waiting for the next one. */
public final class RetryRule implements Rule {
  private static final int PRIORITY = 6;
  private static final double NS_PER_MS = 1e6;
  private static final String[] STEPS = {
    "Look at the errors listed: what can be mended makes the retry unnecessary.",
    "Let attempts that cannot succeed fail at once instead of waiting for a time-out.",
    "Keep a short back-off with jitter for the errors that pass by themselves."
  };

  @Override
  public String id() {
    return "retry";
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  @Override
  public List<Proposal> examine(Subject subject) {
    List<Proposal> proposals = new ArrayList<>();
    for (Tries tries : subject.tries()) {
      Change atOnce = new Change.Each(tries.node(), new FirstTimeRight(tries));
      Saving saving = tries.retried().isEmpty() ? null : subject.worth(List.of(atOnce));
      if (saving != null) {
        proposals.add(new Proposal(recommend(subject, tries, saving), List.of(atOnce)));
      }
    }
    return proposals;
  }

  private Recommendation recommend(Subject subject, Tries tries, Saving saving) {
    boolean limited = RateLimit.refused(tries.retried());
    return new Draft(subject, this, Category.RELIABILITY, List.of(tries.node()))
        .title(
            (limited
                    ? "Attempts of %s are refused by a rate limit and repeated"
                    : "Attempts of %s fail and are repeated")
                .formatted(tries.node()))
        .evidence(evidence(subject, tries))
        .saving(saving)
        .effort(Level.MEDIUM)
        .risk(Level.LOW)
        .steps(limited ? RateLimit.STEPS : STEPS)
        .example(EngineWords.of(subject.engine()).retry(tries.node()))
        .done();
  }

  private static Facts evidence(Subject subject, Tries tries) {
    double runs = subject.wholeRuns().size();
    double attempts = tries.attempts().size();
    long failedRuns = tries.failed().stream().map(Execution::traceId).distinct().count();
    double wasted = 0;
    double backoff = 0;
    for (List<Execution> visit : tries.retried()) {
      for (int i = 1; i < visit.size(); i++) {
        wasted += visit.get(i - 1).durationNs();
        backoff += Math.max(0, visit.get(i).startNs() - visit.get(i - 1).endNs());
      }
    }
    return Facts.none()
        .with("attemptsPerRun", attempts / runs)
        .with("retriedVisits", tries.retried().size())
        .with("failedRunsPercent", 100 * failedRuns / runs)
        .with("wastedMs", wasted / runs / NS_PER_MS)
        .with("backoffMs", backoff / runs / NS_PER_MS)
        .with("errorTypes", FailingRule.types(tries.attempts().stream()));
  }

  /** Failed attempts that were repeated take no time, and nobody waits before the next. */
  private static final class FirstTimeRight implements Change.Treatment {
    private final Set<Execution> repeated = Collections.newSetFromMap(new IdentityHashMap<>());

    FirstTimeRight(Tries tries) {
      for (List<Execution> visit : tries.retried()) {
        repeated.addAll(visit.subList(0, visit.size() - 1));
      }
    }

    @Override
    public long duration(Run run, Execution execution, long before) {
      return execution.error() != null && repeated.contains(execution) ? 0 : before;
    }

    @Override
    public long gap(Run run, Execution execution, long before) {
      return execution.attempt() > 1 ? 0 : before;
    }
  }
}
