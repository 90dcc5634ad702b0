package io.heddle.core.statistics;

import io.heddle.core.path.CriticalPath;
import io.heddle.core.path.Section;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import io.heddle.runs.Usage;
import io.heddle.runs.WorkflowKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A mergeable aggregate of runs: merging is associative and commutative to the bit, and an empty
 * profile changes nothing. Not thread-safe.
 */
public final class Profile {
  private static final Comparator<NodeStatistics> MOST_OF_THE_PATH_FIRST =
      Comparator.comparingDouble(NodeStatistics::pathShare)
          .reversed()
          .thenComparing(NodeStatistics::key);

  private final NodeNumbers numbers = new NodeNumbers();

  /** By number of the node. */
  private final List<NodeProfile> nodes = new ArrayList<>();

  private final Sketch durations = new Sketch();

  /** How long unfinished runs were seen: the least that each can have taken. */
  private final Sketch seen = new Sketch();

  private final Consumption consumption = new Consumption();
  private long runs;
  private long failedRuns;

  /** Path time of all nodes and gaps. */
  private final PathTime path = new PathTime();

  /**
   * Adds a run.
   *
   * @param paths of the same run, as {@link CriticalPath#of} gives them
   */
  public void add(Run run, List<CriticalPath> paths) {
    RunShape shape = new RunShape(run);
    runs++;
    failedRuns += run.isFinished() && run.root().error() != null ? 1 : 0;
    (run.isFinished() ? durations : seen).add(durationNs(run));
    run.executions().forEach(execution -> add(execution, shape));
    paths.forEach(of -> add(of, shape, run.isFinished()));
  }

  /** Adds the runs of another profile, which stays as it is. */
  public void merge(Profile other) {
    runs += other.runs;
    failedRuns += other.failedRuns;
    path.merge(other.path);
    durations.merge(other.durations);
    seen.merge(other.seen);
    consumption.merge(other.consumption);
    for (int i = 0; i < other.nodes.size(); i++) {
      node(numbers.of(other.numbers.key(i))).merge(other.nodes.get(i));
    }
  }

  /**
   * The figures.
   *
   * @param leverage of the nodes for which a replay knows it
   */
  public WorkflowStatistics statistics(
      WorkflowKey workflow, PriceTable prices, Map<NodeKey, Leverage> leverage) {
    return new WorkflowStatistics(
        workflow,
        null,
        runs,
        failedRuns,
        seen.count(),
        (durations.count() == 0 ? seen : durations).milliseconds(),
        consumption.tokens(),
        consumption.cost(prices),
        consumption.reported(),
        consumption.unpriced(prices),
        IntStream.range(0, nodes.size())
            .mapToObj(number -> statistics(number, prices, leverage))
            .sorted(MOST_OF_THE_PATH_FIRST)
            .toList());
  }

  private NodeStatistics statistics(
      int number, PriceTable prices, Map<NodeKey, Leverage> leverage) {
    NodeKey key = numbers.key(number);
    return nodes.get(number).statistics(key, path, prices, leverage.get(key));
  }

  /** From the first start to the last end of the run's roots, which may lie in several traces. */
  public static long durationNs(Run run) {
    long start = run.root().startNs();
    long end = run.root().endNs();
    for (Execution execution : run.executions()) {
      if (execution.parent() < 0) {
        start = Math.min(start, execution.startNs());
        end = Math.max(end, execution.endNs());
      }
    }
    return end - start;
  }

  private void add(Execution execution, RunShape shape) {
    if (shape.isNode(execution)) {
      node(numbers.of(execution)).add(execution, shape.selfNs(execution));
    }
    Usage usage = shape.leafUsage(execution);
    if (usage != null) {
      add(usage, shape.node(execution), shape);
    }
  }

  private void add(Usage usage, Execution node, RunShape shape) {
    consumption.add(usage);
    if (shape.isNode(node)) {
      node(numbers.of(node)).add(usage);
    }
  }

  private void add(CriticalPath of, RunShape shape, boolean finished) {
    for (Section section : of.sections()) {
      Execution node = shape.node(section.owner());
      if (shape.isNode(node)) {
        node(numbers.of(node)).addPath(section.durationNs(), finished);
      }
    }
    path.add(of.root().durationNs(), finished);
  }

  private NodeProfile node(int number) {
    while (nodes.size() <= number) {
      nodes.add(new NodeProfile());
    }
    return nodes.get(number);
  }
}
