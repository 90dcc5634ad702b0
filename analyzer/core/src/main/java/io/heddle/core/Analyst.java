package io.heddle.core;

import io.heddle.core.finding.Findings;
import io.heddle.runs.Run;
import io.heddle.runs.WorkflowKey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Analyses each workflow by itself, and meanwhile looks for findings in all of them. For one use.
 */
final class Analyst {
  private static final Comparator<WorkflowAnalysis> MOST_TIME_FIRST =
      Comparator.comparing(WorkflowAnalysis::statistics, Statistics.MOST_TIME_FIRST);

  private final SortedMap<WorkflowKey, List<Run>> byWorkflow;
  private final Options options;
  private Findings findings = new Findings(Map.of());
  private List<WorkflowAnalysis> workflows = List.of();

  Analyst(SortedMap<WorkflowKey, List<Run>> byWorkflow, Options options) {
    this.byWorkflow = byWorkflow;
    this.options = options;
  }

  Analysis analyse() {
    Stream.<Runnable>of(this::lookForFindings, this::analyseEach).parallel().forEach(Runnable::run);
    return new Analysis(
        workflows.stream()
            .map(it -> it.with(findings.about(it.statistics().workflow())))
            .sorted(MOST_TIME_FIRST)
            .toList(),
        options.reading(),
        options.trackRecord());
  }

  private void lookForFindings() {
    findings = Findings.of(byWorkflow, options.overlap(), options.thresholds());
  }

  /** A list is split down to its last element, a tree is not. */
  private void analyseEach() {
    workflows =
        List.copyOf(byWorkflow.values()).parallelStream()
            .map(of -> new WorkflowAnalyst(of, options).analyse())
            .toList();
  }
}
