package io.heddle.core.advice;

import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Kind;
import java.util.ArrayList;
import java.util.Collection;
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

  static OutsideEffects of(Outside outside, Collection<String> nodes) {
    OutsideEffects effects = new OutsideEffects(new TreeSet<>(), new TreeSet<>());
    for (int run = 0; run < outside.runs().size(); run++) {
      List<Execution> executions = outside.runs().get(run).executions();
      String[] below = new String[executions.size()];
      for (Execution execution : executions) {
        String above = execution.parent() < 0 ? null : below[execution.parent()];
        String node = nodes.contains(execution.node()) ? execution.node() : above;
        below[execution.index()] = node;
        if (node != null && outside.leaves(run, execution)) {
          effects.add(execution, node);
        }
      }
    }
    return effects;
  }

  private void add(Execution execution, String node) {
    String call = node.equals(execution.node()) ? node : node + ": " + execution.node();
    calls.add(call);
    if (!writes.contains(call) && mayWrite(execution)) {
      writes.add(call);
    }
  }

  /** The evidence, with what it does not cover said plainly. */
  Facts describe(Facts evidence) {
    Facts seen =
        calls.isEmpty()
            ? evidence.with("outsideEffects", "not observed")
            : evidence.with("outsideEffects", List.copyOf(calls));
    return writes.isEmpty() ? seen : seen.with("outsideWrites", List.copyOf(writes));
  }

  private static boolean mayWrite(Execution execution) {
    return execution.kind() == Kind.PRODUCER
        || actions(execution).stream().anyMatch(action -> WRITING.contains(firstWord(action)));
  }

  private static List<String> actions(Execution execution) {
    List<String> actions = new ArrayList<>(List.of(execution.node()));
    Map<String, String> attributes = execution.attributes();
    ACTIONS.stream().filter(attributes::containsKey).map(attributes::get).forEach(actions::add);
    return actions;
  }

  private static String firstWord(String text) {
    return text.strip().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
  }
}
