package io.heddle.core.finding;

import io.heddle.core.attribute.Attributes;
import io.heddle.core.statistics.CallSite;
import io.heddle.core.statistics.NodeKey;
import io.heddle.core.statistics.NodeNumbers;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Executions of every node, of each at most so many, in equal steps. Not thread-safe. */
final class Sample {
  private static final double NS_PER_MS = 1e6;

  private final NodeNumbers numbers = new NodeNumbers();
  private final int most;

  /** By number of the node: how many there are, and then how many were passed. */
  private int[] executions = new int[8];

  private int[] passed = {};
  private final List<List<Point>> points = new ArrayList<>();

  private Sample(int most) {
    this.most = most;
  }

  /** An execution with the attributes of its run's root, as far as it does not say otherwise. */
  record Point(Run run, Execution execution) {
    double ms() {
      return execution.durationNs() / NS_PER_MS;
    }

    CallSite site() {
      return CallSite.of(run, execution);
    }

    Attributes attributes() {
      return new Attributes(execution.attributes(), run.root().attributes());
    }
  }

  /** Takes the first execution of each node, and then those at equal steps. */
  static SortedMap<NodeKey, List<Point>> of(List<Run> runs, int most) {
    Sample sample = new Sample(most);
    for (Run run : runs) {
      run.executions().forEach(sample::count);
    }
    sample.passed = new int[sample.executions.length];
    for (Run run : runs) {
      run.executions().forEach(execution -> sample.take(run, execution));
    }
    return sample.byNode();
  }

  private void count(Execution execution) {
    int node = numbers.of(execution);
    if (node >= executions.length) {
      executions = Arrays.copyOf(executions, 2 * node);
    }
    executions[node]++;
    if (points.size() <= node) {
      points.add(new ArrayList<>());
    }
  }

  private void take(Run run, Execution execution) {
    int node = numbers.of(execution);
    int step = Math.max(1, (executions[node] + most - 1) / most);
    if (passed[node]++ % step == 0) {
      points.get(node).add(new Point(run, execution));
    }
  }

  private SortedMap<NodeKey, List<Point>> byNode() {
    SortedMap<NodeKey, List<Point>> byNode = new TreeMap<>();
    for (int node = 0; node < numbers.size(); node++) {
      byNode.put(numbers.key(node), points.get(node));
    }
    return byNode;
  }
}
