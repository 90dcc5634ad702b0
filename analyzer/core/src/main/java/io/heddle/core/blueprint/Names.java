package io.heddle.core.blueprint;

import io.heddle.contract.SpanAttributes;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which node of a definition an execution is of: by id, else by a name that only one node has. */
final class Names {
  private static final List<String> IDS =
      List.of(SpanAttributes.NODE_ID, SpanAttributes.GRAPH_NODE_ID, "node.id");

  private final Set<String> ids = new HashSet<>();
  private final Map<String, String> byName = new HashMap<>();

  Names(Blueprint repaired) {
    Set<String> several = new HashSet<>();
    for (BlueprintNode node : repaired.nodes()) {
      ids.add(node.id());
      if (byName.put(node.name(), node.id()) != null) {
        several.add(node.name());
      }
    }
    byName.keySet().removeAll(several);
  }

  /** The node's id; null when the execution is of none. */
  @Nullable String of(Execution execution) {
    if (execution.role() != Execution.Role.NODE) {
      return null;
    }
    for (String key : IDS) {
      String id = execution.attributes().get(key);
      if (id != null && ids.contains(id)) {
        return id;
      }
    }
    return ids.contains(execution.node()) ? execution.node() : byName.get(execution.node());
  }

  /** How many different nodes the runs show. */
  long seen(List<Run> runs) {
    return runs.stream()
        .flatMap(run -> run.executions().stream())
        .map(this::of)
        .filter(node -> node != null)
        .distinct()
        .count();
  }
}
