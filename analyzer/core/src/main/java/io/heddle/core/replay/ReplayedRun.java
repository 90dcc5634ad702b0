package io.heddle.core.replay;

import io.heddle.core.statistics.NodeKey;
import io.heddle.runs.Execution;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run with what it waited for. */
final class ReplayedRun {
  private static final BitSet NO_HIT = new BitSet();

  private final int position;
  private final Layout layout;
  private final KnownEdges known;
  private final Beliefs beliefs;
  private final Order order;
  private final Schedule schedule;

  /**
   * @param position of the run among all runs
   */
  ReplayedRun(int position, Layout layout, KnownEdges known, Beliefs beliefs) {
    this.position = position;
    this.layout = layout;
    this.known = known;
    this.beliefs = beliefs;
    order = new Order(layout, known, beliefs.time(layout, known), Order.NO_PAIR);
    schedule = new Schedule(layout, order, beliefs.limits());
  }

  int position() {
    return position;
  }

  /** How long the run lasts under the changes, in ns. */
  long replay(List<Change> changes, Map<Change, List<BitSet>> hits) {
    Effects effects = new Effects(layout);
    for (Change change : changes) {
      List<BitSet> hitsOfChange = hits.get(change);
      effects.with(change, hitsOfChange == null ? NO_HIT : hitsOfChange.get(position));
    }
    return scheduleFor(changes).replay(effects);
  }

  void countEdges(EdgeCensus census) {
    for (int i = 0; i < layout.size; i++) {
      for (int before : order.before(i)) {
        census.add(layout, known, before, i);
      }
    }
  }

  void collect(Map<NodeKey, LeverageSum> sums) {
    Map<NodeKey, Long> slacks = slacks();
    slacks.forEach((node, slack) -> {
      Effects effects = new Effects(layout).without(e -> NodeKey.of(e).equals(node));
      long drag = layout.duration(0) - schedule.replay(effects);
      sums.computeIfAbsent(node, unseen -> new LeverageSum()).add(drag, slack);
    });
  }

  private Map<NodeKey, Long> slacks() {
    long[] slack = schedule.slack();
    Map<NodeKey, Long> smallest = new HashMap<>();
    List<Execution> executions = layout.run.executions();
    for (int i = 1; i < layout.size; i++) {
      smallest.merge(NodeKey.of(executions.get(i)), slack[i], Math::min);
    }
    return smallest;
  }

  private Schedule scheduleFor(List<Change> changes) {
    List<Change.Parallel> lifts =
        changes.stream()
            .filter(Change.Parallel.class::isInstance)
            .map(Change.Parallel.class::cast)
            .toList();
    return lifts.isEmpty()
        ? schedule
        : new Schedule(
            layout,
            new Order(layout, known, beliefs.time(layout, known), Lift.of(layout, lifts)),
            beliefs.limits());
  }
}
