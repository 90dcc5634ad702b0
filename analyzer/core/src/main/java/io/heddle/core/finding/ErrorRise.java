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
 * A node, or a workflow, that fails in more and more of its runs: those in which it fails come
 * later than those in which it does not (Mann-Whitney test of their places, corrected for failures
 * that come in bursts).
 *
 * @param before share of the earlier half of the runs that failed
 * @param after share of the later half
 * @param pValue corrected for everything tested
 */
record ErrorRise(FailedRuns runs, double before, double after, double pValue) {
  /** A smaller rise is not worth a word. */
  private static final double LEAST = 0.05;

  /** Null when the rate does not rise, by too little, or by no more than chance explains. */
  static @Nullable ErrorRise of(FailedRuns runs, double level, int tests) {
    TwoGroups halves = TwoGroups.inTurn(runs.half(false), runs.half(true));
    if (halves.difference() < LEAST) {
      return null;
    }
    double pValue = tests * Dependence.of(halves).pValue(independent(runs));
    return pValue <= level
        ? new ErrorRise(
            runs, TwoGroups.mean(halves.of(false)), TwoGroups.mean(halves.of(true)), pValue)
        : null;
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
            "drift",
            workflow.service(),
            workflow.name(),
            List.of(rise.node().node()),
            above.isEmpty() ? rise.evidence() : rise.evidence().withRows("consequences", above)));
  }

  private NodeKey node() {
    return runs.node();
  }

  private Facts evidence() {
    return Facts.none()
        .with("measured", "errorRate")
        .with("service", node().service())
        .with("runs", runs.size())
        .with("failedRuns", runs.failed())
        .with("from", time(runs.first()))
        .with("to", time(runs.last()))
        .with("errorRateBefore", before)
        .with("errorRateAfter", after)
        .with("pValue", pValue);
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
