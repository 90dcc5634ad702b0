package io.heddle.core.replay;

import io.heddle.runs.Execution;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The edges of one run that something else than time speaks for, between children of one parent.
 */
final class KnownEdges {
  private static final int[] NOWHERE = {};
  private static final Origin[] NOTHING = {};

  private final Layout layout;

  /** For each execution where the edges into it come from, and why they are believed. */
  private final int[][] sources;

  private final Origin[][] origins;
  private final BitSet retries = new BitSet();
  private final boolean isDefined;

  KnownEdges(Layout layout, @Nullable Definition definition) {
    isDefined = definition != null;
    this.layout = layout;
    sources = new int[layout.size][];
    origins = new Origin[layout.size][];
    Arrays.fill(sources, NOWHERE);
    Arrays.fill(origins, NOTHING);
    layout.run.executions().forEach(this::addRecorded);
    for (int[] members : layout.groups) {
      addRetries(members);
      addDataFlow(members);
      if (definition != null) {
        addDefined(members, definition);
      }
    }
  }

  /** Adds where the edges into an execution come from. */
  void collect(int execution, Ints found) {
    for (int source : sources[execution]) {
      found.add(source);
    }
  }

  @Nullable Origin origin(int from, int to) {
    for (int i = 0; i < sources[to].length; i++) {
      if (sources[to][i] == from) {
        return origins[to][i];
      }
    }
    return null;
  }

  /** Whether the execution is a further attempt, which started when one before it had failed. */
  boolean isRetry(int execution) {
    return retries.get(execution);
  }

  /** Whether the run's definition is known. */
  boolean isDefined() {
    return isDefined;
  }

  /** Whether it is known from elsewhere than time what the execution had to wait for. */
  boolean explains(int execution) {
    for (Origin origin : origins[execution]) {
      if (origin != Origin.DATA_FLOW) {
        return true;
      }
    }
    return false;
  }

  private void add(int from, int to, Origin origin) {
    if (origin(from, to) == null) {
      int edges = sources[to].length;
      sources[to] = Arrays.copyOf(sources[to], edges + 1);
      origins[to] = Arrays.copyOf(origins[to], edges + 1);
      sources[to][edges] = from;
      origins[to][edges] = origin;
    }
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

  /** A further attempt waits for the one that failed before it, whatever else had ended. */
  private void addRetries(int[] members) {
    Map<Tried, Integer> latest = new HashMap<>();
    for (int member : members) {
      Execution execution = layout.execution(member);
      Tried tried = new Tried(layout.place[member], execution.visit());
      Integer before = execution.attempt() > 1 ? latest.get(tried) : null;
      if (before != null && layout.nearlyBefore(before, member)) {
        add(before, member, Origin.INFERRED);
        retries.set(member);
      }
      latest.put(tried, member);
    }
  }

  private record Tried(int place, int visit) {}

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
