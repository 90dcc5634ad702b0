package io.heddle.core;

import io.heddle.core.advice.Finding;
import io.heddle.core.advice.Recommendation;
import io.heddle.core.outcome.TrackRecord;
import io.heddle.runs.Run;
import java.util.List;

/**
 * Everything a report says about a set of runs. Immutable; equal runs in any order give equal
 * facts.
 *
 * @param workflows the largest total time first, then by name
 * @param trackRecord what became of earlier advice; the estimates are corrected by it
 */
public record Analysis(
    List<WorkflowAnalysis> workflows, Options.Reading reading, TrackRecord trackRecord) {
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
    return new Analyst(Workflows.of(runs), options).analyse();
  }
}
