package io.heddle.core.finding;

import io.heddle.core.statistics.NodeKey;
import io.heddle.core.statistics.NodeNumbers;
import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Role;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How long the mean execution of each node took, run by run. Not thread-safe. */
final class PointsByNode {
  private static final double NS_PER_MS = 1e6;

  private final List<Run> runs;
  private final NodeNumbers numbers = new NodeNumbers();

  /** By number of the node, of all runs and of the one just read. */
  private final List<Points> points = new ArrayList<>();

  private final List<DoubleSummaryStatistics> current = new ArrayList<>();

  /** The nodes of the run being read. */
  private final List<Integer> touched = new ArrayList<>();

  PointsByNode(List<Run> runs) {
    this.runs = runs;
  }

  /** Adds the run at that position. */
  void add(int position) {
    for (Execution execution : runs.get(position).executions()) {
      if (execution.role() != Role.ROOT) {
        of(numbers.of(execution)).accept(execution.durationNs() / NS_PER_MS);
      }
    }
    for (int node : touched) {
      DoubleSummaryStatistics ms = current.get(node);
      points.get(node).add(position, ms.getAverage(), ms.getCount());
      current.set(node, new DoubleSummaryStatistics());
    }
    touched.clear();
  }

  private DoubleSummaryStatistics of(int node) {
    if (node == points.size()) {
      points.add(new Points(runs));
      current.add(new DoubleSummaryStatistics());
    }
    DoubleSummaryStatistics ms = current.get(node);
    if (ms.getCount() == 0) {
      touched.add(node);
    }
    return ms;
  }

  SortedMap<NodeKey, Points> sorted() {
    SortedMap<NodeKey, Points> sorted = new TreeMap<>();
    for (int node = 0; node < points.size(); node++) {
      sorted.put(numbers.key(node), points.get(node));
    }
    return sorted;
  }
}
