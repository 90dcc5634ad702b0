package io.heddle.core.finding;

import io.heddle.core.advice.Finding;
import io.heddle.core.comparison.Thresholds;
import io.heddle.core.finding.Causes.Told;
import io.heddle.core.path.Overlap;
import io.heddle.core.trend.Confirmation;
import io.heddle.runs.Chronology;
import io.heddle.runs.Run;
import io.heddle.runs.WorkflowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The findings of one report. All tests of the report share one level: a third of it goes to the
 * trends, to the comparisons of versions and to the modes each. What follows from a change further
 * down is told with it and not beside it.
 *
 * @param byWorkflow what a version did different is told of that version
 */
public record Findings(Map<WorkflowKey, List<Finding>> byWorkflow) {
  /** Looks for findings in all the runs of a report; their order does not matter. */
  public static Findings of(
      Map<WorkflowKey, List<Run>> runs, Overlap overlap, Thresholds thresholds) {
    Thresholds third = thresholds.withLevel(thresholds.level() / 3);
    TellingRuns telling = new TellingRuns(runs.values());
    Map<WorkflowKey, List<Run>> told = each(runs, group -> telling.among(Chronology.of(group)));
    Map<WorkflowKey, List<Finding>> found = new TreeMap<>();
    versions(runs, telling, overlap, third).forEach(it -> add(found, it));
    trends(told, third).forEach(it -> add(found, it));
    modes(told, third).forEach(it -> add(found, it));
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
      Map<WorkflowKey, List<Run>> runs,
      TellingRuns telling,
      Overlap overlap,
      Thresholds thresholds) {
    Map<WorkflowKey, List<Run>> anyVersion = new TreeMap<>();
    runs.forEach((key, group) ->
        anyVersion
            .computeIfAbsent(
                new WorkflowKey(key.service(), key.name(), null), none -> new ArrayList<>())
            .addAll(group));
    List<VersionChange> changes =
        List.copyOf(anyVersion.values()).parallelStream()
            .flatMap(group -> VersionChange.among(Chronology.of(group), telling).stream())
            .toList();
    Thresholds each = thresholds.withLevel(thresholds.level() / Math.max(1, changes.size()));
    return changes.parallelStream().flatMap(it -> it.findings(overlap, each).stream()).toList();
  }

  private static List<About> trends(Map<WorkflowKey, List<Run>> runs, Thresholds thresholds) {
    Map<WorkflowKey, List<Series>> series =
        each(runs, group -> Series.of(group).stream().filter(Series::isLongEnough).toList());
    Confirmation demands =
        new Confirmation(
            thresholds.level(), 1, thresholds.minEffect(), thresholds.minDifferenceMs());
    Map<WorkflowKey, List<FailedRuns>> failures = each(runs, FailedRuns::of);
    // a series of times is tested twice: for steps and for a drift
    Confirmation each = demands.among(2 * count(series) + count(failures));
    List<About> trends = new ArrayList<>();
    runs.forEach((key, group) -> {
      trends.addAll(movements(series.getOrDefault(key, List.of()), group, key, each));
      trends.addAll(rises(failures.getOrDefault(key, List.of()), group, key, each));
    });
    return trends;
  }

  private static int count(Map<WorkflowKey, ? extends List<?>> lists) {
    return lists.values().stream().mapToInt(List::size).sum();
  }

  private static List<About> rises(
      List<FailedRuns> failures, List<Run> runs, WorkflowKey key, Confirmation demands) {
    List<ErrorRise> rises =
        failures.stream()
            .flatMap(it -> Stream.ofNullable(ErrorRise.of(it, demands.level(), demands.series())))
            .toList();
    return ErrorRise.told(rises, ancestry(rises, runs), key);
  }

  private static List<About> movements(
      List<Series> series, List<Run> runs, WorkflowKey key, Confirmation demands) {
    List<Movement> all =
        series.parallelStream().flatMap(it -> it.movements(demands).stream()).toList();
    if (all.isEmpty()) {
      return List.of();
    }
    Ancestry ancestry = Ancestry.of(runs);
    Standouts standouts = Standouts.of(series, Climate.of(series, ancestry), demands);
    return Movement.told(standouts.own(all), ancestry, key);
  }

  private static List<About> modes(Map<WorkflowKey, List<Run>> runs, Thresholds thresholds) {
    Map<WorkflowKey, List<Modes.Suspect>> suspects =
        each(runs, group -> Modes.suspects(group, thresholds));
    int searches = Math.max(1, count(suspects));
    List<About> told = new ArrayList<>();
    runs.forEach((key, group) -> {
      List<Modes> modes =
          suspects.getOrDefault(key, List.of()).parallelStream()
              .flatMap(it -> Stream.ofNullable(it.explain(thresholds, searches)))
              .toList();
      told.addAll(told(modes, ancestry(modes, group), key));
    });
    return told;
  }

  /** What stands alone has no consequences, whatever is above it. */
  private static Ancestry ancestry(List<?> facts, List<Run> runs) {
    return Ancestry.of(facts.size() < 2 ? List.of() : runs);
  }

  /** The deepest nodes with two modes; those above them only pass the difference on. */
  private static List<About> told(List<Modes> modes, Ancestry ancestry, WorkflowKey workflow) {
    return new Causes<Modes>(ancestry, (one, other) -> true)
        .among(modes.stream().map(it -> new Told<>(it.node(), it.gapMs(), it)).toList()).stream()
            .map(cause -> about(workflow, cause))
            .toList();
  }

  private static About about(WorkflowKey workflow, Causes.Cause<Modes> cause) {
    Modes modes = cause.told().what();
    List<String> above = cause.consequences().stream().map(it -> it.node().node()).toList();
    return new About(
        workflow,
        new Finding(
            "modes",
            workflow.service(),
            workflow.name(),
            List.of(modes.node().node()),
            above.isEmpty() ? modes.evidence() : modes.evidence().with("consequences", above)));
  }

  /** The same of every workflow, side by side. */
  private static <T> Map<WorkflowKey, T> each(
      Map<WorkflowKey, List<Run>> runs, Function<List<Run>, T> what) {
    return List.copyOf(runs.entrySet()).parallelStream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                it -> what.apply(it.getValue()),
                (one, other) -> one,
                TreeMap::new));
  }
}
