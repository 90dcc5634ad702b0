package io.heddle.core.finding;

import io.heddle.core.advice.Facts;
import io.heddle.core.statistics.NodeKey;
import io.heddle.core.trend.Confirmation;
import io.heddle.core.trend.Drift;
import io.heddle.core.trend.Step;
import io.heddle.core.trend.Trend;
import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Role;
import io.heddle.runs.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long a workflow, or one of its nodes, took in run after run.
 *
 * @param measured "run" or "node"
 * @param points by start; a run without the node has none
 */
record Series(NodeKey node, String measured, List<Point> points) {
  private static final double NS_PER_MS = 1e6;

  /** A part with fewer points is not judged. */
  static final int SHORTEST = Trend.FEWEST_POINTS / 2;

  /**
   * The duration of a run, or of a node's mean execution in it.
   *
   * @param position of the run among those of the workflow
   */
  record Point(Run run, int position, double ms, int executions) {}

  /** The series of runs in order of start: the workflow's own first. */
  static List<Series> of(List<Run> runs) {
    List<Point> whole = new ArrayList<>();
    Map<NodeKey, List<Point>> nodes = new TreeMap<>();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      int position = i;
      whole.add(new Point(run, position, run.root().durationNs() / NS_PER_MS, 1));
      durations(run)
          .forEach((node, ms) ->
              nodes
                  .computeIfAbsent(node, none -> new ArrayList<>())
                  .add(new Point(run, position, ms.getAverage(), (int) ms.getCount())));
    }
    List<Series> series = new ArrayList<>();
    series.add(new Series(NodeKey.of(runs.get(0).root()), "run", whole));
    nodes.forEach((node, points) -> series.add(new Series(node, "node", points)));
    return series;
  }

  private static Map<NodeKey, DoubleSummaryStatistics> durations(Run run) {
    Map<NodeKey, DoubleSummaryStatistics> durations = new HashMap<>();
    for (Execution execution : run.executions()) {
      if (execution.role() != Role.ROOT) {
        durations
            .computeIfAbsent(NodeKey.of(execution), none -> new DoubleSummaryStatistics())
            .accept(execution.durationNs() / NS_PER_MS);
      }
    }
    return durations;
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
    Trend trend = Trend.of(points.stream().mapToDouble(Point::ms).toArray(), demands);
    List<Movement> movements = new ArrayList<>();
    List<Step> steps = trend.steps();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
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
    return points.stream().mapToInt(Point::executions).average().orElse(1);
  }

  private Facts step(Step step) {
    Facts place =
        evidence()
            .with("index", step.index())
            .with("time", time(step.index()))
            .with("traceId", points.get(step.index()).run().traceId());
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
    return Facts.none()
        .with("measured", measured)
        .with("service", node.service())
        .with("runs", points.size());
  }

  /** When the run at that place started. */
  private String time(int index) {
    return Instant.ofEpochSecond(0, points.get(index).run().root().startNs()).toString();
  }
}
