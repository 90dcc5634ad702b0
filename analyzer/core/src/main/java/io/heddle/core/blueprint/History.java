package io.heddle.core.blueprint;

import io.heddle.core.blueprint.BlueprintEdge.Kind;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What runs of a definition measured: how long nodes take, and which ways were gone how often. */
final class History {
  private final Names names;
  private final Map<String, List<BlueprintEdge>> outgoing = new HashMap<>();
  private final Map<String, Integer> incoming = new HashMap<>();
  private final Map<String, Measure> measures = new HashMap<>();
  private final int runs;

  /** Adds the runs up. */
  History(Blueprint repaired, Names names, List<Run> runs) {
    this.names = names;
    this.runs = runs.size();
    for (BlueprintEdge edge : repaired.edges()) {
      outgoing.computeIfAbsent(edge.from(), unused -> new ArrayList<>()).add(edge);
      incoming.merge(edge.to(), 1, Integer::sum);
    }
    runs.forEach(this::add);
  }

  /** Mean time of an execution; null when the node was never seen. */
  @Nullable Double ms(BlueprintNode node) {
    Measure measure = measures.get(node.id());
    return measure == null ? null : measure.ns / 1e6 / measure.executions;
  }

  /**
   * Mean executions in a run that has any, of the busiest of the nodes; null when none was seen.
   */
  @Nullable Double executions(List<BlueprintNode> nodes) {
    OptionalDouble most =
        nodes.stream()
            .map(node -> measures.get(node.id()))
            .filter(Objects::nonNull)
            .mapToDouble(measure -> (double) measure.executions / measure.runs)
            .max();
    return most.isPresent() ? most.getAsDouble() : null;
  }

  /**
   * How often the edge was taken when its source ran; NaN when the runs do not tell, because what
   * it leads to can also be reached otherwise.
   */
  double share(BlueprintEdge edge) {
    Measure source = measures.get(edge.from());
    double taken = takenTo(edge.to());
    if (Double.isNaN(taken)) {
      return source != null && edge.kind() == Kind.EXCEPTION ? 0 : Double.NaN;
    }
    return Math.min(1, taken / (source == null ? runs : source.executions));
  }

  /** Executions of the nearest nodes that were seen and lie on this way only. */
  private double takenTo(String target) {
    double most = Double.NaN;
    Set<String> seen = new HashSet<>(Set.of(target));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      String at = open.remove();
      Measure measure = measures.get(at);
      if (incoming.getOrDefault(at, 0) <= 1 && measure != null) {
        most = Double.isNaN(most) ? measure.executions : Math.max(most, measure.executions);
      } else if (incoming.getOrDefault(at, 0) <= 1) {
        outgoing.getOrDefault(at, List.of()).stream()
            .map(BlueprintEdge::to)
            .filter(seen::add)
            .forEach(open::add);
      }
    }
    return most;
  }

  private void add(Run run) {
    Set<String> seen = new HashSet<>();
    for (Execution execution : run.executions()) {
      String node = names.of(execution);
      if (node != null) {
        Measure measure = measures.computeIfAbsent(node, unused -> new Measure());
        measure.ns += execution.durationNs();
        measure.executions++;
        measure.runs += seen.add(node) ? 1 : 0;
      }
    }
  }

  private static final class Measure {
    private double ns;
    private int executions;
    private int runs;
  }
}
