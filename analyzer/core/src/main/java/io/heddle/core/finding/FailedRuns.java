package io.heddle.core.finding;

import io.heddle.core.statistics.NodeKey;
import io.heddle.core.statistics.NodeNumbers;
import io.heddle.core.trend.Drift;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * In which of the runs that have a node an execution of it failed.
 *
 * @param all runs of the workflow, by start
 * @param having positions of those that have the node
 * @param failing positions of those in which it failed
 */
record FailedRuns(NodeKey node, List<Run> all, BitSet having, BitSet failing) {
  /** Fewer failures have no trend worth telling. */
  private static final int FEWEST = 10;

  /** Every node that fails often enough for its rate to be tested, in order of the nodes. */
  static List<FailedRuns> of(List<Run> runs) {
    if (runs.stream().filter(FailedRuns::hasFailure).count() < FEWEST) {
      return List.of();
    }
    NodeNumbers numbers = new NodeNumbers();
    List<FailedRuns> byNumber = new ArrayList<>();
    for (int position = 0; position < runs.size(); position++) {
      for (Execution execution : runs.get(position).executions()) {
        int node = numbers.of(execution);
        if (node == byNumber.size()) {
          byNumber.add(new FailedRuns(numbers.key(node), runs, new BitSet(), new BitSet()));
        }
        byNumber.get(node).add(position, execution.error() != null);
      }
    }
    return byNumber.stream()
        .filter(FailedRuns::isWorthATest)
        .sorted(Comparator.comparing(FailedRuns::node))
        .toList();
  }

  private static boolean hasFailure(Run run) {
    for (Execution execution : run.executions()) {
      if (execution.error() != null) {
        return true;
      }
    }
    return false;
  }

  private void add(int position, boolean failed) {
    having.set(position);
    if (failed) {
      failing.set(position);
    }
  }

  /** Told by counts alone, which say nothing about when. */
  private boolean isWorthATest() {
    return size() >= Drift.FEWEST_POINTS && failed() >= FEWEST && failed() < size();
  }

  int size() {
    return having.cardinality();
  }

  int failed() {
    return failing.cardinality();
  }

  Run first() {
    return all.get(having.nextSetBit(0));
  }

  /** The run at that place among those that have the node. */
  Run at(int index) {
    return all.get(having.stream().skip(index).findFirst().orElseThrow());
  }

  Run last() {
    return all.get(having.length() - 1);
  }

  /** Of the earlier or the later half of the runs that have the node: 1 where it failed, else 0. */
  double[] half(boolean later) {
    int half = size() / 2;
    return having.stream()
        .skip(later ? half : 0)
        .limit(later ? size() - half : half)
        .mapToDouble(position -> failing.get(position) ? 1 : 0)
        .toArray();
  }

  /** Positions of those in which it failed, or of the others. */
  double[] places(boolean failed) {
    return having.stream().filter(at -> failing.get(at) == failed).asDoubleStream().toArray();
  }
}
