package io.heddle.core;

import io.heddle.runs.Run;
import java.util.List;

/**
 * Everything a report says about a set of runs. Immutable; equal runs in any order give equal
 * facts.
 *
 * @param workflows the largest total time first, then by name
 */
public record Analysis(List<WorkflowAnalysis> workflows, Options.Reading reading) {
  public Analysis {
    workflows = List.copyOf(workflows);
  }

  /** Analyses the runs; no run at all gives an analysis without workflows. */
  public static Analysis of(Iterable<Run> runs, Options options) {
    throw new UnsupportedOperationException("not yet: " + runs + options);
  }
}
