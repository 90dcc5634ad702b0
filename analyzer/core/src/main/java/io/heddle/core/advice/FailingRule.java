package io.heddle.core.advice;

import io.heddle.core.attribute.Explanation;
import io.heddle.core.attribute.Puzzle;
import io.heddle.core.replay.Interval;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Nodes whose last attempt fails too often; a failure counts where it began, not further up. */
public final class FailingRule implements Rule {
  private static final int PRIORITY = 6;
  private static final int LEAST_FAILURES = 3;
  private static final double LEAST_RATE = 0.01;

  /** Of how many executions attributes are read, at most. */
  private static final int MOST = 5_000;

  @Override
  public String id() {
    return "failing";
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  @Override
  public List<Proposal> examine(Subject subject) {
    Set<Execution> passedOn = Collections.newSetFromMap(new IdentityHashMap<>());
    subject.wholeRuns().forEach(run -> collectPassedOn(run, passedOn));
    List<Proposal> proposals = new ArrayList<>();
    for (Tries tries : subject.tries()) {
      List<Execution> failed =
          tries.failed().stream().filter(failure -> !passedOn.contains(failure)).toList();
      Interval rate = Interval.ofShare(failed.size(), tries.visits());
      if (failed.size() >= LEAST_FAILURES && rate.low() >= LEAST_RATE) {
        proposals.add(new Proposal(recommend(subject, tries, failed, rate), List.of()));
      }
    }
    return proposals;
  }

  /** The different errors, sorted. */
  static List<String> types(Stream<Execution> executions) {
    return executions.map(Execution::error).filter(Objects::nonNull).distinct().sorted().toList();
  }

  /** Executions with a child that failed for good, whose error they only pass on. */
  private static void collectPassedOn(Run run, Set<Execution> passedOn) {
    for (Execution execution : run.executions()) {
      if (execution.error() != null && execution.parent() >= 0) {
        passedOn.add(run.executions().get(execution.parent()));
      }
    }
  }

  private Recommendation recommend(
      Subject subject, Tries tries, List<Execution> failed, Interval rate) {
    double share = (double) failed.size() / tries.visits();
    Explanation explanation = explain(subject, tries.attempts(), failed);
    return new Draft(subject, this, Category.RELIABILITY, List.of(tries.node()))
        .title("%s fails in %.1f %% of its visits".formatted(tries.node(), 100 * share))
        .evidence(evidence(tries, failed, rate, explanation))
        .severity(severity(share))
        .effort(Level.MEDIUM)
        .risk(Level.LOW)
        .steps(
            explanation == null
                ? "Look at the traces listed for what the failures have in common."
                : "See why it fails where %s = %s."
                    .formatted(explanation.attribute(), explanation.value()),
            "Mend the cause, or say in the workflow what is to happen when the node fails.")
        .example(EngineWords.of(subject.engine()).retry(tries.node()))
        .done();
  }

  private static Facts evidence(
      Tries tries, List<Execution> failed, Interval rate, @Nullable Explanation explanation) {
    Facts facts =
        Facts.none()
            .with("errorRate", (double) failed.size() / tries.visits())
            .with("errorRateLow", rate.low())
            .with("errorRateHigh", rate.high())
            .with("failures", failed.size())
            .with("visits", tries.visits())
            .with("errorTypes", types(failed.stream()))
            .with("traces", failed.stream().limit(3).map(Execution::traceId).toList());
    return explanation == null
        ? facts
        : facts
            .with("attribute", explanation.attribute())
            .with("value", explanation.value())
            .with("failedWithValue", explanation.special())
            .with("othersWithValue", explanation.usual())
            .with("pValue", explanation.pValue());
  }

  /** What was known before they failed, and of those that did not. */
  private static @Nullable Explanation explain(
      Subject subject, List<Execution> attempts, List<Execution> failed) {
    List<Execution> looked = Explanation.thinned(attempts, MOST);
    Set<Execution> failures = Collections.newSetFromMap(new IdentityHashMap<>());
    failures.addAll(failed);
    BitSet special = new BitSet();
    for (int i = 0; i < looked.size(); i++) {
      special.set(i, failures.contains(looked.get(i)));
    }
    return Explanation.search(
        new Puzzle(Circumstances.beforehand(looked, subject.runs()), special, false),
        subject.standards().thresholds().level(),
        1);
  }

  private static Severity severity(double rate) {
    if (rate >= 0.5) {
      return Severity.CRITICAL;
    }
    if (rate >= 0.2) {
      return Severity.HIGH;
    }
    return rate >= 0.05 ? Severity.MEDIUM : Severity.LOW;
  }
}
