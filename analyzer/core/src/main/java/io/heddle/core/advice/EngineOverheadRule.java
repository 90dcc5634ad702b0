package io.heddle.core.advice;

import io.heddle.core.replay.Change;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Time between nodes that no back-off and no recorded queue explains. It is the engine's where
 * waits were recorded; else a wait for a worker may be part of it, and the recommendation says so.
 * Asked only of runs that name their engine, because elsewhere a root's own time is work.
 */
public final class EngineOverheadRule implements Rule {
  private static final int PRIORITY = 5;

  /** No engine works that long between two nodes: it waits for a person, a message or a time. */
  private static final long PAUSE_NS = 60_000_000_000L;

  private static final String WAITS_KNOWN = "recorded, and no part of it";
  private static final String WAITS_UNKNOWN =
      "not recorded: part of it may be a wait for a worker or a thread of a pool";

  @Override
  public String id() {
    return "engine-overhead";
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  @Override
  public List<Proposal> examine(Subject subject) {
    if (subject.engine().isEmpty()) {
      return List.of();
    }
    Set<String> nodes = new TreeSet<>();
    Set<Execution> firsts = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Scope scope : subject.scopes()) {
      nodes.addAll(scope.nodes());
      scope.siblings().forEach(siblings -> firsts.add(siblings.executions().get(0)));
    }
    if (nodes.size() < 2) {
      return List.of();
    }
    NoPause noPause = new NoPause(firsts);
    List<Change> atOnce =
        nodes.stream().<Change>map(node -> new Change.Each(node, noPause)).toList();
    Saving saving = subject.worth(atOnce);
    return saving == null
        ? List.of()
        : List.of(new Proposal(recommend(subject, nodes, saving), atOnce));
  }

  private Recommendation recommend(Subject subject, Set<String> nodes, Saving saving) {
    boolean waits = recordsWaits(subject, nodes);
    return new Draft(subject, this, Category.PERFORMANCE, List.copyOf(nodes))
        .title(
            (waits
                    ? "The engine takes %.1f %% of the run between nodes"
                    : "%.1f %% of the run pass between nodes")
                .formatted(saving.percent()))
        .evidence(
            Facts.none()
                .with("gapMs", saving.meanMs())
                .with("shareOfRun", saving.percent() / 100)
                .with("engine", subject.engine())
                .with("waits", waits ? WAITS_KNOWN : WAITS_UNKNOWN))
        .saving(saving)
        .effort(Level.MEDIUM)
        .risk(Level.MEDIUM)
        .steps(
            waits
                ? "See what the engine does between nodes: copies of the state, checkpoints, events."
                : "See whether nodes wait for a thread or a worker there, or the engine works: copies"
                    + " of the state, checkpoints, events.",
            "Keep the state small, and save checkpoints only where a run must be able to resume.",
            "Join nodes that always run together and take less time than the engine does.")
        .example(EngineWords.of(subject.engine()).lessOverhead())
        .done();
  }

  private static boolean recordsWaits(Subject subject, Set<String> nodes) {
    return nodes.stream()
        .flatMap(node -> subject.nodes().of(node).stream())
        .anyMatch(execution -> execution.waitNs() >= 0);
  }

  /** Leaves of the gap what a queue, a back-off or a pause of the workflow explains. */
  private static final class NoPause implements Change.Treatment {
    /** Nodes before which no other ran: what comes before them is the root's own time. */
    private final Set<Execution> firsts;

    NoPause(Set<Execution> firsts) {
      this.firsts = firsts;
    }

    @Override
    public long gap(Run run, Execution execution, long before) {
      boolean between = execution.attempt() == 1 && !firsts.contains(execution);
      return between && before < PAUSE_NS
          ? Math.min(before, Math.max(0, execution.waitNs()))
          : before;
    }
  }
}
