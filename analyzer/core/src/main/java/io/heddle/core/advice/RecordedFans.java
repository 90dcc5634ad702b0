package io.heddle.core.advice;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Fans of workflows without a definition: nodes that in every run waited for the same ones. */
final class RecordedFans {
  private final Map<String, Set<String>> predecessors = new LinkedHashMap<>();
  private final Set<String> changing = new HashSet<>();

  static List<Fan> of(Scope scope) {
    RecordedFans fans = new RecordedFans();
    for (Scope.Siblings siblings : scope.siblings()) {
      siblings.executions().forEach(execution -> fans.read(siblings.run(), execution));
    }
    return fans.group();
  }

  private void read(Run run, Execution execution) {
    if (changing.contains(execution.node())) {
      return;
    }
    Set<String> names = names(run, execution.predecessors());
    Set<String> before = predecessors.putIfAbsent(execution.node(), names);
    if (names.isEmpty() || (before != null && !before.equals(names))) {
      changing.add(execution.node());
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
    predecessors.forEach((node, names) -> {
      if (!changing.contains(node)) {
        heads.computeIfAbsent(names, none -> new LinkedHashSet<>()).add(node);
      }
    });
    List<Fan> fans = new ArrayList<>();
    heads.forEach((names, nodes) -> {
      if (nodes.size() > 1) {
        fans.add(new Fan(names.iterator().next(), nodes.stream().map(Set::of).toList()));
      }
    });
    return fans;
  }
}
