package io.heddle.core.finding;

import io.heddle.core.advice.Facts;
import io.heddle.core.advice.Finding;
import io.heddle.core.finding.Causes.Cause;
import io.heddle.core.finding.Causes.Told;
import io.heddle.core.finding.Findings.About;
import io.heddle.runs.WorkflowKey;
import java.util.List;

/**
 * A step or a drift of one series.
 *
 * @param from of the series' points that it was seen in
 * @param index of the point after the step; of a drift, one in the middle
 * @param to of the first point that it was not seen in
 * @param changeMs in a mean run
 */
record Movement(
    Series series, int from, int index, int to, boolean isDrift, double changeMs, Facts evidence) {

  /** How far apart two series may see one step, in runs. */
  private static final int CLOSE = 10;

  private static final double CLOSE_SHARE = 0.05;

  /** How large it is beside the mean duration. */
  double share() {
    return Math.abs(changeMs) / (series.points().executions() * series.points().meanMs());
  }

  /** One finding a cause; what it moved above it stands in its evidence. */
  static List<About> told(List<Movement> movements, Ancestry ancestry, WorkflowKey workflow) {
    return new Causes<Movement>(ancestry, Movement::mayBeOne)
            .among(
                movements.stream()
                    .map(it -> new Told<>(it.series.node(), it.changeMs, it))
                    .toList())
            .stream()
            .map(cause -> about(workflow, cause))
            .toList();
  }

  private boolean mayBeOne(Movement other) {
    int runs = Math.max(series.points().size(), other.series.points().size());
    return isDrift
        || other.isDrift
        || Math.abs(position() - other.position()) <= Math.max(CLOSE, CLOSE_SHARE * runs);
  }

  /** Place of the first run after the step among all runs of the workflow. */
  private int position() {
    return series.points().position(index);
  }

  private static About about(WorkflowKey workflow, Cause<Movement> cause) {
    Movement moved = cause.told().what();
    List<Facts> above = cause.consequences().stream().map(it -> it.what().row()).toList();
    return new About(
        workflow,
        new Finding(
            moved.isDrift ? "drift" : "change-point",
            workflow.service(),
            workflow.name(),
            List.of(moved.series.node().node()),
            above.isEmpty() ? moved.evidence : moved.evidence.withRows("consequences", above)));
  }

  private Facts row() {
    return Facts.none()
        .with("measured", series.measured())
        .with("node", series.node().node())
        .with("changeMs", changeMs);
  }
}
