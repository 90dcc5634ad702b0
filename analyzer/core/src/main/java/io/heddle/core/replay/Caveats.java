package io.heddle.core.replay;

import io.heddle.core.replay.Caveat.Kind;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks for what a replay of some changes cannot tell. For one use. */
final class Caveats {
  private static final Set<String> APPOINTMENTS = Set.of("human", "timer", "wait");

  private final Set<String> changed;
  private final boolean limited;
  private final Map<Kind, Map<String, Integer>> counts = new TreeMap<>();
  private final Map<String, Map<String, Companions>> companions = new TreeMap<>();

  /**
   * @param changed names of the nodes that change
   * @param limited whether a limit within a run explains recorded waits
   */
  Caveats(Set<String> changed, boolean limited) {
    this.changed = changed;
    this.limited = limited;
  }

  /** What these runs give reason to say, by kind, then by node. */
  List<Caveat> among(List<Run> runs) {
    runs.forEach(this::add);
    companions.values().forEach(others -> others.forEach(this::judge));
    List<Caveat> caveats = new ArrayList<>();
    counts.forEach((kind, byNode) ->
        byNode.forEach((node, count) -> caveats.add(new Caveat(kind, node, count))));
    return caveats;
  }

  private void add(Run run) {
    for (Execution execution : run.executions()) {
      if (execution.index() > 0) {
        add(execution);
        if (changed.contains(execution.node()) && isFirst(execution)) {
          accompany(execution, run.executions());
        }
      }
    }
  }

  private void add(Execution execution) {
    boolean moves = changed.contains(execution.node());
    if (moves && execution.error() != null) {
      count(Kind.FAILURE, execution.node(), 1);
    }
    if (!moves && APPOINTMENTS.contains(execution.type())) {
      count(Kind.APPOINTMENT, execution.node(), 1);
    }
    if (!limited && execution.waitNs() > 0) {
      count(Kind.QUEUE, execution.node(), 1);
    }
  }

  private void accompany(Execution execution, List<Execution> all) {
    for (Execution other : all) {
      if (other.parent() == execution.parent()
          && isFirst(other)
          && !other.node().equals(execution.node())) {
        companions
            .computeIfAbsent(execution.node(), unseen -> new TreeMap<>())
            .computeIfAbsent(other.node(), unseen -> new Companions())
            .add(execution, other);
      }
    }
  }

  /** Of its node: one in each run tells enough, however many go side by side. */
  private static boolean isFirst(Execution execution) {
    return execution.visit() == 1 && execution.attempt() == 1;
  }

  private void judge(String other, Companions pair) {
    if (pair.endTogether()) {
      count(Kind.TOGETHER, other, pair.size());
    } else if (pair.stream()) {
      count(Kind.STREAM, other, pair.size());
    }
  }

  private void count(Kind kind, String node, int more) {
    counts.computeIfAbsent(kind, unseen -> new TreeMap<>()).merge(node, more, Integer::sum);
  }
}
