package io.heddle.core.replay;

import io.heddle.runs.Execution;
import io.heddle.runs.Graph;
import io.heddle.runs.Run;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The definitions that runs of one workflow carry, one a graph. */
public final class Definitions {
  private final Map<Graph, Definition> byGraph = new HashMap<>();

  /** Runs share their graphs, and to tell graphs apart by their edges takes long. */
  private final IdentityHashMap<Graph, Definition> byInstance = new IdentityHashMap<>();

  /** Reads the graphs of the runs in the light of all of them. */
  public Definitions(List<Run> runs) {
    if (runs.stream().allMatch(run -> run.graph() == null)) {
      return;
    }
    List<Execution> executions = runs.stream().flatMap(r -> r.executions().stream()).toList();
    for (Run run : runs) {
      if (run.graph() != null) {
        byInstance.computeIfAbsent(
            run.graph(),
            graph -> byGraph.computeIfAbsent(graph, unseen -> new Definition(unseen, executions)));
      }
    }
  }

  /** The definition of a run; null when none was captured. */
  public @Nullable Definition of(Run run) {
    return run.graph() == null ? null : byInstance.get(run.graph());
  }
}
