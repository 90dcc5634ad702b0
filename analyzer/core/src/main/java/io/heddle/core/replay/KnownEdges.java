package io.heddle.core.replay;

import io.heddle.runs.Execution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The edges of one run that something else than time speaks for, between children of one parent.
 */
final class KnownEdges {
  private final Layout layout;
  private final List<Map<Integer, Origin>> into = new ArrayList<>();

  KnownEdges(Layout layout, @Nullable Definition definition) {
    this.layout = layout;
    for (int i = 0; i < layout.size; i++) {
      into.add(Map.of());
    }
    layout.run.executions().forEach(this::addRecorded);
    for (int[] members : layout.groups) {
      addDataFlow(members);
      if (definition != null) {
        addDefined(members, definition);
      }
    }
  }

  Set<Integer> into(int execution) {
    return into.get(execution).keySet();
  }

  @Nullable Origin origin(int from, int to) {
    Map<Integer, Origin> edges = into.get(to);
    return edges.isEmpty() ? null : edges.get(from);
  }

  /** Whether it is known from elsewhere than time what the execution had to wait for. */
  boolean explains(int execution) {
    return into.get(execution).values().stream().anyMatch(origin -> origin != Origin.DATA_FLOW);
  }

  private void add(int from, int to, Origin origin) {
    if (into.get(to).isEmpty()) {
      into.set(to, new HashMap<>());
    }
    into.get(to).putIfAbsent(from, origin);
  }

  private void addRecorded(Execution execution) {
    for (int predecessor : execution.predecessors()) {
      int to = execution.index();
      int from = predecessor;
      while (depth(to) > depth(from)) {
        to = layout.parent[to];
      }
      while (depth(from) > depth(to)) {
        from = layout.parent[from];
      }
      while (layout.parent[from] != layout.parent[to]) {
        from = layout.parent[from];
        to = layout.parent[to];
      }
      if (from != to && layout.rank[from] < layout.rank[to]) {
        add(from, to, Origin.RECORDED);
      }
    }
  }

  private int depth(int execution) {
    int depth = 0;
    for (int above = layout.parent[execution]; above >= 0; above = layout.parent[above]) {
      depth++;
    }
    return depth;
  }

  private void addDataFlow(int[] members) {
    Map<String, Set<Integer>> writers = new HashMap<>();
    for (int member : members) {
      for (String name : DataNames.of(layout.execution(member).evidence().reads())) {
        for (int writer : writers.getOrDefault(name, Set.of())) {
          if (layout.before(writer, member)) {
            add(writer, member, Origin.DATA_FLOW);
          }
        }
      }
      for (String name : DataNames.of(layout.execution(member).evidence().writes())) {
        Set<Integer> last = writers.computeIfAbsent(name, unseen -> new LinkedHashSet<>());
        last.removeIf(writer -> layout.before(writer, member));
        last.add(member);
      }
    }
  }

  private void addDefined(int[] members, Definition definition) {
    Map<String, Integer> latest = new HashMap<>();
    for (int member : members) {
      String id = definition.idOf(layout.execution(member));
      if (id == null) {
        continue;
      }
      for (Definition.Source source : definition.sources(id)) {
        Integer from = latest.get(source.id());
        if (from != null && layout.before(from, member)) {
          add(from, member, Origin.DEFINITION);
        }
      }
      latest.put(id, member);
    }
  }
}
