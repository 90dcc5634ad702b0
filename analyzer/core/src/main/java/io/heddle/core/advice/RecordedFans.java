package io.heddle.core.advice;

import io.heddle.core.statistics.NodeNumbers;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Fans of workflows without a definition: nodes that in every run waited for the same ones. */
final class RecordedFans {
  private final NodeNumbers numbers = new NodeNumbers();

  /** By number of the node's name; none where they change from one execution to the next. */
  private final List<Set<String>> predecessors = new ArrayList<>();

  private final List<String> nodes = new ArrayList<>();

  static List<Fan> of(Scope scope) {
    RecordedFans fans = new RecordedFans();
    for (Scope.Siblings siblings : scope.siblings()) {
      for (Execution execution : siblings.executions()) {
        fans.read(siblings.run(), execution);
      }
    }
    return fans.group();
  }

  private void read(Run run, Execution execution) {
    int node = numbers.nameOf(execution);
    if (node == nodes.size()) {
      nodes.add(execution.node());
      predecessors.add(names(run, execution.predecessors()));
    } else if (!predecessors.get(node).isEmpty()
        && !predecessors.get(node).equals(names(run, execution.predecessors()))) {
      predecessors.set(node, Set.of());
    }
  }

  private static Set<String> names(Run run, int[] executions) {
    if (executions.length == 1) {
      return Set.of(run.executions().get(executions[0]).node());
    }
    Set<String> names = new TreeSet<>();
    for (int execution : executions) {
      names.add(run.executions().get(execution).node());
    }
    return names;
  }

  private List<Fan> group() {
    Map<Set<String>, Set<String>> heads = new LinkedHashMap<>();
    for (int node = 0; node < nodes.size(); node++) {
      if (!predecessors.get(node).isEmpty()) {
        heads
            .computeIfAbsent(predecessors.get(node), none -> new LinkedHashSet<>())
            .add(nodes.get(node));
      }
    }
    List<Fan> fans = new ArrayList<>();
    heads.forEach((names, nodes) -> {
      if (nodes.size() > 1) {
        fans.add(new Fan(names.iterator().next(), nodes.stream().map(Set::of).toList()));
      }
    });
    return fans;
  }
}
