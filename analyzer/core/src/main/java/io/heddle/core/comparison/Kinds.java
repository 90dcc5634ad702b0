package io.heddle.core.comparison;

import io.heddle.core.comparison.Sides.Side;
import io.heddle.runs.Execution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What kind of run each is, by every attribute that has few values: the root's, and those that
 * others of its spans carry in the words of the application.
 */
final class Kinds {
  /** Reading attributes takes longer than all the rest of a comparison. */
  private static final int MOST_EXECUTIONS = 200_000;

  /** What the root does not carry and a library writes, is what the workflow does with a run. */
  private static final Pattern OF_LIBRARIES =
      Pattern.compile(
          "(gen_ai|llm|ai|openinference|traceloop|langfuse|langsmith|embedding|retrieval|tool|agent"
              + "|graph|mcp|db|http|url|rpc|messaging|net|network|server|client|peer|code|thread"
              + "|service|telemetry|process|host|os|k8s|container|cloud|faas|otel|span|component"
              + "|exception|event|logfire|spring|camel|n8n|dify|airflow|haystack|mlflow|test)\\..*"
              + "|metadata|error|kind|component|input|output");

  /** Where libraries keep what the application said. */
  private static final Pattern OF_APPLICATION =
      Pattern.compile(
          "traceloop\\.association\\.properties\\.(?!langgraph|ls_).*"
              + "|langfuse\\.(user\\.id|trace\\.metadata\\..*)"
              + "|langsmith\\.metadata\\.(?!langgraph|ls_).*"
              + "|ai\\.telemetry\\.metadata\\..*");

  private Kinds() {}

  /** The values of the runs, in their order, by attribute; "" where a run has none. */
  static SortedMap<String, List<String>> of(List<Side> sides, int mostValues) {
    List<Map<String, String>> runs = new ArrayList<>();
    boolean readsAll =
        sides.stream().mapToLong(it -> it.run().run().executions().size()).sum() <= MOST_EXECUTIONS;
    for (Side side : sides) {
      runs.add(readsAll ? withInner(side) : side.run().attributes());
    }
    Set<String> names = new TreeSet<>();
    runs.forEach(it -> names.addAll(it.keySet()));
    SortedMap<String, List<String>> kinds = new TreeMap<>();
    for (String name : names) {
      List<String> values = runs.stream().map(it -> it.getOrDefault(name, "")).toList();
      if (new HashSet<>(values).size() <= mostValues) {
        kinds.put(name, values);
      }
    }
    return kinds;
  }

  private static Map<String, String> withInner(Side side) {
    Map<String, String> root = side.run().attributes();
    Map<String, Set<String>> inner = new HashMap<>();
    for (Execution execution : side.run().run().executions()) {
      execution
          .attributes()
          .forEach((name, value) -> {
            if (!root.containsKey(name) && isOfApplication(name)) {
              inner.computeIfAbsent(name, unseen -> new TreeSet<>()).add(value);
            }
          });
    }
    Map<String, String> all = new HashMap<>(root);
    inner.forEach((name, values) -> all.put(name, String.join(", ", values)));
    return all;
  }

  private static boolean isOfApplication(String name) {
    return OF_APPLICATION.matcher(name).matches() || !OF_LIBRARIES.matcher(name).matches();
  }
}
