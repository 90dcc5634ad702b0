package io.heddle.core.finding;

import io.heddle.core.advice.Facts;
import io.heddle.core.statistics.NodeKey;
import io.heddle.core.trend.Confirmation;
import io.heddle.core.trend.Drift;
import io.heddle.core.trend.Step;
import io.heddle.core.trend.Trend;
import io.heddle.runs.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a workflow, or one of its nodes, took in run after run.
 *
 * @param measured "run" or "node"
 * @param points by start; a run without the node has none
 */
record Series(NodeKey node, String measured, Points points) {
  private static final double NS_PER_MS = 1e6;

  /** A part with fewer points is not judged. */
  static final int SHORTEST = Trend.FEWEST_POINTS / 2;

  /** The series of runs in order of start: the workflow's own first. */
  static List<Series> of(List<Run> runs) {
    Points whole = new Points(runs);
    PointsByNode nodes = new PointsByNode(runs);
    for (int position = 0; position < runs.size(); position++) {
      whole.add(position, runs.get(position).root().durationNs() / NS_PER_MS, 1);
      nodes.add(position);
    }
    List<Series> series = new ArrayList<>();
    series.add(new Series(NodeKey.of(runs.get(0).root()), "run", whole));
    nodes.sorted().forEach((node, points) -> series.add(new Series(node, "node", points)));
    return series;
  }

  /** Whether it is a node's, and not the workflow's own. */
  boolean isOfNode() {
    return measured.equals("node");
  }

  /** Whether there is room for two regimes; shorter series are not tested. */
  boolean isLongEnough() {
    return points.size() >= Trend.FEWEST_POINTS;
  }

  /** What the series does over time, none when nothing. */
  List<Movement> movements(Confirmation demands) {
    Trend trend = Trend.of(points.ms(), demands);
    List<Movement> movements = new ArrayList<>();
    List<Step> steps = trend.steps();
    Week week = new Week(steps, step -> points.run(step.index()).root().startNs());
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (week.brings(step)) {
        continue;
      }
      int from = i == 0 ? 0 : steps.get(i - 1).index();
      int to = i + 1 == steps.size() ? points.size() : steps.get(i + 1).index();
      double change = (step.after() - step.before()) * perRun();
      movements.add(new Movement(this, from, step.index(), to, false, change, step(step)));
    }
    Drift drift = trend.drift();
    if (drift != null) {
      double change = drift.change() * perRun();
      int all = points.size();
      movements.add(new Movement(this, 0, all / 2, all, true, change, drift(drift, demands)));
    }
    return movements;
  }

  /** Executions in a mean run that has the node. */
  private double perRun() {
    return points.executions();
  }

  private Facts step(Step step) {
    Facts place =
        evidence()
            .with("index", step.index())
            .with("time", time(step.index()))
            .with("traceId", points.run(step.index()).traceId());
    Facts levels =
        place
            .with("beforeMs", step.before())
            .with("afterMs", step.after())
            .with("changeMs", step.after() - step.before());
    // nothing is infinite in JSON
    Facts sized =
        step.before() == 0
            ? levels.withUnknown("magnitude")
            : levels.with("magnitude", step.magnitude());
    return sized.with("pValue", step.pValue());
  }

  private Facts drift(Drift drift, Confirmation demands) {
    return evidence()
        .with("from", time(0))
        .with("to", time(points.size() - 1))
        .with("changeMs", drift.change())
        .with("slopePerRunMs", drift.slope())
        .with("pValue", Math.min(1, drift.pValue() * demands.series()));
  }

  private Facts evidence() {
    return new Period(points.run(0), points.run(points.size() - 1))
        .describe(
            Facts.none()
                .with("measured", measured)
                .with("service", node.service())
                .with("runs", points.size()));
  }

  /** When the run at that place started. */
  private String time(int index) {
    return Instant.ofEpochSecond(0, points.run(index).root().startNs()).toString();
  }
}
