package io.heddle.core.finding;

import io.heddle.core.advice.Facts;
import io.heddle.core.advice.Finding;
import io.heddle.core.dependence.Dependence;
import io.heddle.core.dependence.TwoGroups;
import io.heddle.core.finding.Findings.About;
import io.heddle.core.statistics.NodeKey;
import io.heddle.runs.Run;
import io.heddle.runs.WorkflowKey;
import java.time.Instant;
import java.util.List;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.jspecify.annotations.Nullable;

/**
 * A node, or a workflow, that fails in more of its later runs: those in which it fails come later
 * than those in which it does not (Mann-Whitney test of their places, corrected for failures that
 * come in bursts).
 *
 * @param step where the rate rose at once, null when it rose little by little
 * @param before share of the earlier runs that failed: of those before the step, or of one half
 * @param after share of the later ones
 * @param pValue corrected for everything tested
 */
record ErrorRise(
    FailedRuns runs, @Nullable RateStep step, double before, double after, double pValue) {
  /** A smaller rise is not worth a word. */
  private static final double LEAST = 0.05;

  /** Null when the rate does not rise, by too little, or by no more than chance explains. */
  static @Nullable ErrorRise of(FailedRuns runs, double level, int tests) {
    TwoGroups halves = TwoGroups.inTurn(runs.half(false), runs.half(true));
    if (halves.difference() < LEAST) {
      return null;
    }
    RateStep step = RateStep.ofCloserThanLine(halves.values());
    Dependence dependence =
        step == null ? Dependence.of(halves) : Dependence.of(halves.splitAt(step.index()));
    double pValue = tests * dependence.pValue(independent(runs));
    if (pValue > level) {
      return null;
    }
    return step == null
        ? new ErrorRise(
            runs, null, TwoGroups.mean(halves.of(false)), TwoGroups.mean(halves.of(true)), pValue)
        : new ErrorRise(runs, step, step.before(), step.after(), pValue);
  }

  private static double independent(FailedRuns runs) {
    return MannWhitneyUTest.withDefaults().test(runs.places(true), runs.places(false)).getPValue();
  }

  /** One finding a cause; where it was passed on to stands in its evidence. */
  static List<About> told(List<ErrorRise> rises, Ancestry ancestry, WorkflowKey workflow) {
    return new Causes<ErrorRise>(ancestry, (one, other) -> true)
            .among(
                rises.stream()
                    .map(it -> new Causes.Told<>(it.node(), it.after - it.before, it))
                    .toList())
            .stream()
            .map(cause -> about(cause, workflow))
            .toList();
  }

  private static About about(Causes.Cause<ErrorRise> cause, WorkflowKey workflow) {
    ErrorRise rise = cause.told().what();
    List<Facts> above = cause.consequences().stream().map(it -> it.what().row()).toList();
    return new About(
        workflow,
        new Finding(
            rise.step == null ? "drift" : "change-point",
            workflow.service(),
            workflow.name(),
            List.of(rise.node().node()),
            above.isEmpty() ? rise.evidence() : rise.evidence().withRows("consequences", above)));
  }

  private NodeKey node() {
    return runs.node();
  }

  private Facts evidence() {
    Facts facts =
        when(Facts.none()
                .with("measured", "errorRate")
                .with("service", node().service())
                .with("runs", runs.size())
                .with("failedRuns", runs.failed()))
            .with("errorRateBefore", before)
            .with("errorRateAfter", after)
            .with("pValue", pValue);
    return new Period(runs.first(), runs.last()).describe(facts);
  }

  private Facts when(Facts facts) {
    if (step == null) {
      return facts.with("from", time(runs.first())).with("to", time(runs.last()));
    }
    Run first = runs.at(step.index());
    return facts
        .with("index", step.index())
        .with("time", time(first))
        .with("traceId", first.traceId());
  }

  private Facts row() {
    return Facts.none()
        .with("measured", "errorRate")
        .with("node", node().node())
        .with("errorRateBefore", before)
        .with("errorRateAfter", after);
  }

  private static String time(Run run) {
    return Instant.ofEpochSecond(0, run.root().startNs()).toString();
  }
}
