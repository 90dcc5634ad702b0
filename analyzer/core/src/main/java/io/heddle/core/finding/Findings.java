package io.heddle.core.finding;

import io.heddle.core.advice.Finding;
import io.heddle.core.comparison.Thresholds;
import io.heddle.core.path.Overlap;
import io.heddle.core.trend.Confirmation;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import io.heddle.runs.WorkflowKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The findings of one report. All tests of the report share one level: half of it goes to the
 * trends, half to the comparisons of versions, each split evenly.
 *
 * @param byWorkflow what a version did different is told of that version
 */
public record Findings(Map<WorkflowKey, List<Finding>> byWorkflow) {
  private static final Comparator<Run> BY_START =
      Comparator.<Run>comparingLong(run -> run.root().startNs())
          .thenComparing(Run::traceId)
          .thenComparingLong(run -> run.root().spanId());

  /** Looks for findings in all the runs of a report; their order does not matter. */
  public static Findings of(
      Map<WorkflowKey, List<Run>> runs, Overlap overlap, Thresholds thresholds) {
    Thresholds half = thresholds.withLevel(thresholds.level() / 2);
    Map<WorkflowKey, List<Finding>> found = new TreeMap<>();
    versions(runs, overlap, half).forEach(it -> add(found, it));
    trends(runs, half).forEach(it -> add(found, it));
    return new Findings(found);
  }

  /** The findings about one version of a workflow; changes of version first. */
  public List<Finding> about(WorkflowKey workflow) {
    return byWorkflow.getOrDefault(workflow, List.of());
  }

  /** A finding and the version of the workflow that it is about. */
  record About(WorkflowKey workflow, Finding finding) {}

  private static void add(Map<WorkflowKey, List<Finding>> found, About about) {
    found.computeIfAbsent(about.workflow(), none -> new ArrayList<>()).add(about.finding());
  }

  private static List<About> versions(
      Map<WorkflowKey, List<Run>> runs, Overlap overlap, Thresholds thresholds) {
    Map<WorkflowKey, List<Run>> anyVersion = new TreeMap<>();
    runs.forEach((key, group) ->
        anyVersion
            .computeIfAbsent(
                new WorkflowKey(key.service(), key.name(), null), none -> new ArrayList<>())
            .addAll(group));
    List<VersionChange> changes =
        anyVersion.values().stream()
            .flatMap(group -> VersionChange.among(byStart(group)).stream())
            .toList();
    Thresholds each = thresholds.withLevel(thresholds.level() / Math.max(1, changes.size()));
    return changes.stream().flatMap(it -> it.findings(overlap, each).stream()).toList();
  }

  private static List<About> trends(Map<WorkflowKey, List<Run>> runs, Thresholds thresholds) {
    List<Series> series =
        runs.values().stream()
            .flatMap(group -> Series.of(warm(byStart(group))).stream())
            .filter(Series::isLongEnough)
            .toList();
    Confirmation demands =
        new Confirmation(
            thresholds.level(), 1, thresholds.minEffect(), thresholds.minDifferenceMs());
    // a series is tested twice: for steps and for a drift
    Confirmation each = demands.among(2 * series.size());
    return series.stream().flatMap(it -> it.findings(each).stream()).toList();
  }

  private static List<Run> byStart(List<Run> runs) {
    return runs.stream().sorted(BY_START).toList();
  }

  /** The runs without a cold execution, or all when each has one. */
  static List<Run> warm(List<Run> runs) {
    List<Run> warm =
        runs.stream().filter(run -> run.executions().stream().noneMatch(Execution::cold)).toList();
    return warm.isEmpty() ? runs : warm;
  }
}
