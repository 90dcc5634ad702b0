package io.heddle.report.document;

import io.heddle.core.Options.Reading;
import io.heddle.core.WorkflowAnalysis;
import io.heddle.core.statistics.NodeStatistics;
import io.heddle.core.statistics.WorkflowStatistics;
import io.heddle.runs.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a report cannot know because nobody recorded it. */
public final class Unseen {
  private final List<String> lines = new ArrayList<>();

  /** One sentence each; empty when everything was seen. */
  public static List<String> of(WorkflowAnalysis workflow) {
    Unseen unseen = new Unseen();
    unseen.order(workflow);
    unseen.figures(workflow.statistics());
    return List.copyOf(unseen.lines);
  }

  /** What could not be read at all. */
  public static List<String> of(Reading reading) {
    Unseen unseen = new Unseen();
    unseen.add(
        reading.unmapped() > 0,
        Units.count(reading.unmapped())
            + " spans lie outside every workflow, such as a request around an agent.");
    unseen.lines.addAll(reading.problems());
    return List.copyOf(unseen.lines);
  }

  private void order(WorkflowAnalysis workflow) {
    List<Execution> executions = workflow.typical().run().executions();
    add(
        executions.stream().allMatch(it -> it.predecessors().length == 0),
        "Which node waited for which was not recorded; the critical path is read from times.");
    add(
        workflow.graph() == null,
        "The definition of the workflow was not captured; the graph shows what ran.");
    add(
        executions.stream().allMatch(it -> it.evidence().writes() == null),
        "What the nodes read and write was not observed, so nothing can be called independent.");
  }

  private void figures(WorkflowStatistics statistics) {
    add(noneHas(statistics, NodeStatistics::waitMs), "Time in queues was not recorded.");
    add(noneHas(statistics, NodeStatistics::cpuMs), "CPU time and allocation were not recorded.");
    add(
        !statistics.unpriced().isEmpty(),
        "There is no price for %s, so no cost is given."
            .formatted(String.join(", ", statistics.unpriced())));
  }

  private static boolean noneHas(
      WorkflowStatistics statistics, Function<NodeStatistics, @Nullable Object> figure) {
    return statistics.nodes().stream().allMatch(node -> figure.apply(node) == null);
  }

  private void add(boolean applies, String sentence) {
    if (applies) {
      lines.add(sentence);
    }
  }
}
