package io.heddle.core.advice;

import io.heddle.core.statistics.NodeNumbers;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The executions of every node, by its name, in order of the runs; the root of a run is no node.
 * Immutable.
 */
final class NodeTable {
  private final SortedMap<String, List<Execution>> byName = new TreeMap<>();

  NodeTable(List<Run> runs) {
    NodeNumbers numbers = new NodeNumbers();
    List<List<Execution>> byNumber = new ArrayList<>();
    for (Run run : runs) {
      for (Execution execution : run.executions()) {
        if (execution.index() > 0) {
          add(byNumber, numbers.nameOf(execution), execution);
        }
      }
    }
    byNumber.forEach(executions -> byName.put(executions.get(0).node(), executions));
  }

  private static void add(List<List<Execution>> byNumber, int name, Execution execution) {
    if (name == byNumber.size()) {
      byNumber.add(new ArrayList<>());
    }
    byNumber.get(name).add(execution);
  }

  /** Node by node, in alphabetical order. */
  void forEach(BiConsumer<String, List<Execution>> taker) {
    byName.forEach(taker);
  }

  /** None when there is no node of that name. */
  List<Execution> of(String node) {
    return byName.getOrDefault(node, List.of());
  }
}
