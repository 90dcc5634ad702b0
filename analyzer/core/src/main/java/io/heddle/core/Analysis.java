package io.heddle.core;

import io.heddle.core.advice.Finding;
import io.heddle.core.advice.Recommendation;
import io.heddle.core.finding.Findings;
import io.heddle.core.outcome.TrackRecord;
import io.heddle.runs.Run;
import io.heddle.runs.WorkflowKey;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ForkJoinTask;

/**
 * Everything a report says about a set of runs. Immutable; equal runs in any order give equal
 * facts.
 *
 * @param workflows the largest total time first, then by name
 * @param trackRecord what became of earlier advice; the estimates are corrected by it
 */
public record Analysis(
    List<WorkflowAnalysis> workflows, Options.Reading reading, TrackRecord trackRecord) {
  private static final Comparator<WorkflowAnalysis> MOST_TIME_FIRST =
      Comparator.comparing(WorkflowAnalysis::statistics, Statistics.MOST_TIME_FIRST);

  public Analysis {
    workflows = List.copyOf(workflows);
  }

  /** The figures alone. */
  public Statistics statistics() {
    return new Statistics(workflows.stream().map(WorkflowAnalysis::statistics).toList(), reading);
  }

  /** What to do, over all workflows: what saves the largest share of all time or money first. */
  public List<Recommendation> recommendations() {
    return Ranking.of(workflows);
  }

  /** Facts without an action, workflow by workflow. */
  public List<Finding> findings() {
    return workflows.stream().flatMap(it -> it.advised().findings().stream()).toList();
  }

  /**
   * Analyses the runs, except those that count as a part of another one; no run at all gives an
   * analysis without workflows. Works in parallel streams, in the pool of whoever asks; what is
   * found is put together in the order of the workflows, whoever found it first.
   */
  public static Analysis of(Iterable<Run> runs, Options options) {
    SortedMap<WorkflowKey, List<Run>> byWorkflow = Workflows.of(runs);
    ForkJoinTask<Findings> findings =
        ForkJoinTask.adapt(() -> Findings.of(byWorkflow, options.overlap(), options.thresholds()))
            .fork();
    // a list is split down to its last element, a tree is not
    List<WorkflowAnalysis> workflows =
        List.copyOf(byWorkflow.values()).parallelStream()
            .map(of -> new WorkflowAnalyst(of, options).analyse())
            .toList();
    return new Analysis(
        workflows.stream()
            .map(it -> it.with(findings.join().about(it.statistics().workflow())))
            .sorted(MOST_TIME_FIRST)
            .toList(),
        options.reading(),
        options.trackRecord());
  }
}
