package io.heddle.core.advice;

import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
  private static final List<String> MARKS =
      List.of("http.", "url.", "db.", "messaging.", "rpc.", "server.address");

  static OutsideEffects of(List<Run> runs, Collection<String> nodes) {
    OutsideEffects effects = new OutsideEffects(new TreeSet<>(), new TreeSet<>());
    for (Run run : runs) {
      String[] below = new String[run.executions().size()];
      for (Execution execution : run.executions()) {
        String above = execution.parent() < 0 ? null : below[execution.parent()];
        below[execution.index()] = nodes.contains(execution.node()) ? execution.node() : above;
        effects.add(execution, below[execution.index()]);
      }
    }
    return effects;
  }

  private void add(Execution execution, @Nullable String node) {
    if (node == null || !leavesProcess(execution)) {
      return;
    }
    String call = node.equals(execution.node()) ? node : node + ": " + execution.node();
    calls.add(call);
    if (mayWrite(execution)) {
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

  /** Whether the execution is a call of something else than a model. */
  static boolean leavesProcess(Execution execution) {
    if (execution.usage() != null || isModelCall(execution)) {
      return false;
    }
    return execution.kind() == Kind.CLIENT
        || execution.kind() == Kind.PRODUCER
        || execution.attributes().keySet().stream().anyMatch(OutsideEffects::marks);
  }

  private static boolean isModelCall(Execution execution) {
    return execution.type().equals("llm")
        || execution.attributes().containsKey("gen_ai.operation.name");
  }

  private static boolean marks(String key) {
    return MARKS.stream().anyMatch(key::startsWith);
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
