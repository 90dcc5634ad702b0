package io.heddle.core.advice;

import io.heddle.core.replay.Change;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One call per item where one call for all would do. */
public final class RepeatedCallsRule implements Rule {
  private static final int PRIORITY = 8;

  @Override
  public String id() {
    return "n-plus-one";
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  @Override
  public List<Proposal> examine(Subject subject) {
    List<Proposal> proposals = new ArrayList<>();
    for (RepeatedCalls calls : RepeatedCalls.of(subject.wholeRuns())) {
      Change oneCall = new Change.Each(calls.callee(), new OneCall(calls));
      Saving saving = subject.worth(List.of(oneCall));
      if (saving != null) {
        proposals.add(new Proposal(recommend(subject, calls, saving), List.of(oneCall)));
      }
    }
    return proposals;
  }

  private Recommendation recommend(Subject subject, RepeatedCalls calls, Saving saving) {
    return new Draft(subject, this, Category.PERFORMANCE, List.of(calls.caller(), calls.callee()))
        .title("%s makes one %s per item".formatted(calls.caller(), calls.callee()))
        .evidence(evidence(subject, calls))
        .saving(saving)
        .effort(Level.MEDIUM)
        .risk(Level.LOW)
        .steps(
            "Ask for all items at once: a list of keys instead of one key.",
            "Where the callee takes one key only, make its calls side by side, within a bound.",
            "Run the workload again and compare with the predicted interval.")
        .example(EngineWords.of(subject.engine()).batch())
        .done();
  }

  private static Facts evidence(Subject subject, RepeatedCalls calls) {
    double totalNs = calls.bursts().stream().mapToLong(RepeatedCalls.Burst::totalNs).sum();
    double runsNs = subject.wholeRuns().stream().mapToLong(run -> run.root().durationNs()).sum();
    return Facts.none()
        .with("caller", calls.caller())
        .with("callee", calls.callee())
        .with("callsPerRun", calls.perRun(subject.wholeRuns().size()))
        .with("shareOfRun", runsNs == 0 ? 0 : totalNs / runsNs)
        .with("assumed", "one call for all items takes as long as the longest of the single calls");
  }

  /** Leaves of each burst the longest call alone. */
  private static final class OneCall implements Change.Treatment {
    private final Set<String> superfluous = new HashSet<>();

    OneCall(RepeatedCalls calls) {
      for (RepeatedCalls.Burst burst : calls.bursts()) {
        burst.superfluous().forEach(span -> superfluous.add(key(burst.run(), span)));
      }
    }

    @Override
    public long duration(Run run, Execution execution, long before) {
      return drops(run, execution) ? 0 : before;
    }

    /** What takes longer than the call after it is work of the caller, which stays. */
    @Override
    public long gap(Run run, Execution execution, long before) {
      return drops(run, execution) && before <= execution.durationNs() ? 0 : before;
    }

    private boolean drops(Run run, Execution execution) {
      return superfluous.contains(key(run, execution.spanId()));
    }

    private static String key(Run run, long span) {
      return run.traceId() + " " + span;
    }
  }
}
