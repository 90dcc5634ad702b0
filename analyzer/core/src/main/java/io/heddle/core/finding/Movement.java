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
 * @param position of the first run after the step; {@link #ALL_ALONG} for a drift
 * @param changeMs in a mean run
 */
record Movement(Series series, int position, double changeMs, Facts evidence) {
  static final int ALL_ALONG = -1;

  /** How far apart two series may see one step, in runs. */
  private static final int CLOSE = 10;

  private static final double CLOSE_SHARE = 0.05;

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
    return position == ALL_ALONG
        || other.position == ALL_ALONG
        || Math.abs(position - other.position) <= Math.max(CLOSE, CLOSE_SHARE * runs);
  }

  private static About about(WorkflowKey workflow, Cause<Movement> cause) {
    Movement moved = cause.told().what();
    List<Facts> above = cause.consequences().stream().map(it -> it.what().row()).toList();
    return new About(
        workflow,
        new Finding(
            moved.position == ALL_ALONG ? "drift" : "change-point",
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
