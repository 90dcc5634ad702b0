package io.heddle.core.skew;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import io.heddle.runs.Run.Flag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A run with its executions moved, in the order that runs promise: siblings by their new start. */
final class Shifted {
  private final Run run;
  private final List<Execution> executions;
  private final long[] deltas;
  private final List<List<Execution>> children = new ArrayList<>();
  private final List<Execution> order = new ArrayList<>();
  private final int[] places;

  /**
   * Moves nothing yet.
   *
   * @param deltas by execution, in ns
   */
  Shifted(Run run, long[] deltas) {
    this.run = run;
    this.deltas = deltas;
    executions = run.executions();
    places = new int[deltas.length];
  }

  Run run(List<Shift> shifts) {
    group();
    executions.stream().filter(it -> it.parent() < 0).forEach(this::list);
    for (int i = 0; i < places.length; i++) {
      places[order.get(i).index()] = i;
    }
    return new Run(
        run.workflow(),
        run.runId(),
        run.traceId(),
        run.primary(),
        order.stream().map(this::moved).toList(),
        run.graph(),
        flags(shifts));
  }

  private void group() {
    executions.forEach(unused -> children.add(new ArrayList<>(0)));
    for (Execution execution : executions) {
      if (execution.parent() >= 0) {
        children.get(execution.parent()).add(execution);
      }
    }
    Comparator<Execution> byNewStart =
        Comparator.<Execution>comparingLong(it -> it.startNs() + deltas[it.index()])
            .thenComparing(Execution::spanId, Long::compareUnsigned);
    children.forEach(siblings -> siblings.sort(byNewStart));
  }

  /** Parents first; without recursion, so that depth is no limit. */
  private void list(Execution top) {
    Deque<Execution> open = new ArrayDeque<>(List.of(top));
    while (!open.isEmpty()) {
      Execution next = open.pop();
      order.add(next);
      List<Execution> below = children.get(next.index());
      for (int i = below.size() - 1; i >= 0; i--) {
        open.push(below.get(i));
      }
    }
  }

  private Execution moved(Execution it) {
    int[] predecessors = Arrays.stream(it.predecessors()).map(at -> places[at]).sorted().toArray();
    int parent = it.parent() < 0 ? it.parent() : places[it.parent()];
    return it.moved(places[it.index()], parent, predecessors, deltas[it.index()]);
  }

  private Set<Flag> flags(List<Shift> shifts) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(run.flags());
    for (Shift shift : shifts) {
      flags.add(shift.applied() ? Flag.CLOCK_SKEW_ADJUSTED : Flag.CLOCK_SKEW_TOO_LARGE);
    }
    return flags;
  }
}
