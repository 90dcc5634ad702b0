package io.heddle.report.html;

import io.heddle.runs.Execution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A line of a Gantt chart.
 *
 * @param depth below the root
 */
record Row(Execution execution, int depth) {
  private static final int MOST = 60;

  /** Parents before children, siblings by start; the longest executions when there are many. */
  static List<Row> of(List<Execution> executions) {
    Set<Integer> shown = longest(executions);
    List<List<Execution>> children = new ArrayList<>();
    executions.forEach(unused -> children.add(new ArrayList<>(0)));
    List<Row> pending = new ArrayList<>();
    for (Execution execution : executions) {
      if (execution.parent() < 0) {
        pending.add(0, new Row(execution, 0));
      } else {
        children.get(execution.parent()).add(execution);
      }
    }
    return walk(pending, children, shown);
  }

  private static List<Row> walk(
      List<Row> pending, List<List<Execution>> children, Set<Integer> shown) {
    List<Row> rows = new ArrayList<>();
    while (!pending.isEmpty()) {
      Row row = pending.remove(pending.size() - 1);
      boolean visible = shown.contains(row.execution.index());
      if (visible) {
        rows.add(row);
      }
      List<Execution> below = children.get(row.execution.index());
      below.sort(Comparator.comparingLong(Execution::startNs).thenComparingInt(Execution::index));
      for (int i = below.size() - 1; i >= 0; i--) {
        pending.add(new Row(below.get(i), visible ? row.depth + 1 : row.depth));
      }
    }
    return rows;
  }

  private static Set<Integer> longest(List<Execution> executions) {
    Set<Integer> longest = new HashSet<>();
    executions.stream()
        .sorted(
            Comparator.comparingLong(Execution::durationNs)
                .reversed()
                .thenComparingInt(Execution::index))
        .limit(MOST)
        .forEach(it -> longest.add(it.index()));
    return longest;
  }
}
