package io.heddle.core;

import io.heddle.core.advice.Advised;
import io.heddle.core.advice.Finding;
import io.heddle.core.path.AggregatePath;
import io.heddle.core.path.CriticalPath;
import io.heddle.core.statistics.WorkflowStatistics;
import io.heddle.runs.Graph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one version of a workflow.
 *
 * @param paths one a structural group, the most frequent first
 * @param typical the critical path of the run at the median duration of the most frequent group
 * @param graph the definition, if the agent captured it
 */
public record WorkflowAnalysis(
    WorkflowStatistics statistics,
    List<AggregatePath> paths,
    CriticalPath typical,
    @Nullable Graph graph,
    Advised advised) {
  public WorkflowAnalysis {
    paths = List.copyOf(paths);
  }

  /** The same facts with these findings. */
  WorkflowAnalysis with(List<Finding> findings) {
    return new WorkflowAnalysis(statistics, paths, typical, graph, advised.with(findings));
  }
}
