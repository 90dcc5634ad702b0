package io.heddle.core.replay;

import io.heddle.contract.SpanAttributes;
import io.heddle.runs.Execution;
import io.heddle.runs.Graph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A workflow's graph as far as it shows in runs: ids that are never executed, such as a start mark
 * or a router, are stepped over. Immutable.
 */
public final class Definition {
  private final Map<String, List<Graph.Edge>> incoming = new HashMap<>();
  private final Map<String, List<Source>> sources = new HashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> executed = new HashSet<>();

  /**
   * What comes before a node.
   *
   * @param conditional whether a routing decision stands between the two
   */
  public record Source(String id, boolean conditional) {}

  /** Reads the graph in the light of everything that was ever executed. */
  public Definition(Graph graph, Collection<Execution> executions) {
    graph.nodes().forEach(node -> ids.add(node.id()));
    for (Graph.Edge edge : graph.edges()) {
      ids.add(edge.from());
      ids.add(edge.to());
      incoming.computeIfAbsent(edge.to(), unseen -> new ArrayList<>()).add(edge);
    }
    for (Execution execution : executions) {
      String id = idOf(execution);
      if (id != null) {
        executed.add(id);
      }
    }
    executed.forEach(id -> sources.put(id, search(id)));
  }

  /** The graph's id of what was executed; null when the graph does not know it. */
  public @Nullable String idOf(Execution execution) {
    if (ids.contains(execution.node())) {
      return execution.node();
    }
    String id = execution.attributes().get(SpanAttributes.NODE_ID);
    return id != null && ids.contains(id) ? id : null;
  }

  /** The nearest executed ids that lead to this one. */
  public List<Source> sources(String id) {
    List<Source> known = sources.get(id);
    return known == null ? search(id) : known;
  }

  private List<Source> search(String id) {
    Map<String, Boolean> found = new LinkedHashMap<>();
    Set<Source> seen = new HashSet<>();
    Deque<Source> open = new ArrayDeque<>(List.of(new Source(id, false)));
    while (!open.isEmpty()) {
      Source at = open.remove();
      for (Graph.Edge edge : incoming.getOrDefault(at.id(), List.of())) {
        Source source = new Source(edge.from(), at.conditional() || edge.conditional());
        if (executed.contains(edge.from())) {
          found.merge(source.id(), source.conditional(), Boolean::logicalAnd);
        } else if (seen.add(source)) {
          open.add(source);
        }
      }
    }
    return found.entrySet().stream().map(e -> new Source(e.getKey(), e.getValue())).toList();
  }
}
