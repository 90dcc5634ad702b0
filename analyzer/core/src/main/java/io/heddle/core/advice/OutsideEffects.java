package io.heddle.core.advice;

import io.heddle.core.statistics.NodeNumbers;
import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What executions were seen to do outside the workflow's state. Seeing nothing proves nothing: most
 * sources do not look.
 *
 * @param calls node and call
 * @param writes those of the calls that may change something outside
 */
record OutsideEffects(SortedSet<String> calls, SortedSet<String> writes) {
  private static final Set<String> WRITING =
      Set.of("POST", "PUT", "PATCH", "DELETE", "INSERT", "UPDATE", "MERGE", "UPSERT", "PUBLISH");
  private static final List<String> ACTIONS =
      List.of("http.request.method", "http.method", "db.operation.name", "db.operation");

  static OutsideEffects of(List<Run> runs, Collection<String> nodes) {
    Search found =
        runs.parallelStream().collect(() -> new Search(nodes), Search::look, Search::merge);
    return new OutsideEffects(found.calls, found.writes);
  }

  /** The evidence, with what it does not cover said plainly. */
  Facts describe(Facts evidence) {
    Facts seen =
        calls.isEmpty()
            ? evidence.with("outsideEffects", "not observed")
            : evidence.with("outsideEffects", List.copyOf(calls));
    return writes.isEmpty() ? seen : seen.with("outsideWrites", List.copyOf(writes));
  }

  /** What was found in some of the runs. */
  private static final class Search {
    private final NodeNumbers numbers = new NodeNumbers();
    private final Collection<String> nodes;

    /** By number of the name, whether it is one of the nodes. */
    private final List<Boolean> meant = new ArrayList<>();

    private final SortedSet<String> calls = new TreeSet<>();
    private final SortedSet<String> writes = new TreeSet<>();
    private final Map<String, Boolean> writing = new HashMap<>();

    Search(Collection<String> nodes) {
      this.nodes = nodes;
    }

    void look(Run run) {
      List<Execution> executions = run.executions();
      String[] below = new String[executions.size()];
      for (Execution execution : executions) {
        String above = execution.parent() < 0 ? null : below[execution.parent()];
        String node = isMeant(execution) ? execution.node() : above;
        below[execution.index()] = node;
        if (node != null && Outside.leavesProcess(execution)) {
          add(execution, node);
        }
      }
    }

    void merge(Search other) {
      calls.addAll(other.calls);
      writes.addAll(other.writes);
    }

    private boolean isMeant(Execution execution) {
      int name = numbers.nameOf(execution);
      if (name == meant.size()) {
        meant.add(nodes.contains(execution.node()));
      }
      return meant.get(name);
    }

    private void add(Execution execution, String node) {
      String call = node.equals(execution.node()) ? node : node + ": " + execution.node();
      calls.add(call);
      if (!writes.contains(call) && mayWrite(execution)) {
        writes.add(call);
      }
    }

    private boolean mayWrite(Execution execution) {
      if (execution.kind() == Kind.PRODUCER || writes(execution.node())) {
        return true;
      }
      for (String key : ACTIONS) {
        String action = execution.attributes().get(key);
        if (action != null && writes(action)) {
          return true;
        }
      }
      return false;
    }

    private boolean writes(String action) {
      return writing.computeIfAbsent(action, text -> WRITING.contains(firstWord(text)));
    }
  }

  private static String firstWord(String text) {
    return text.strip().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
  }
}
