package io.heddle.core.replay;

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
    order = Order.of(layout, known, beliefs.time(layout, known), Order.NO_PAIR);
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
    List<Change.Parallel> lifts =
        changes.stream()
            .filter(Change.Parallel.class::isInstance)
            .map(Change.Parallel.class::cast)
            .toList();
    return Lift.meant(layout, lifts) ? lifted(lifts).run(effects) : schedule.replay(effects);
  }

  void countEdges(EdgeCensus census) {
    for (int i = 0; i < layout.size; i++) {
      for (int before : order.before(i)) {
        census.add(layout, known, before, i);
      }
    }
  }

  /**
   * Adds what every node of the run moves.
   *
   * @param sums by number of the node
   */
  void collect(List<LeverageSum> sums) {
    slacks().forEach((node, slack) -> sums.get(node).add(drag(node, slack), slack));
  }

  /** What could grow does not hold the run up: all that does has no slack. */
  private long drag(int node, long slack) {
    if (slack > 0 && beliefs.limits().lowest() == null) {
      return 0;
    }
    Effects effects = new Effects(layout).without(i -> layout.key(i) == node);
    return layout.duration(0) - schedule.replay(effects);
  }

  private Map<Integer, Long> slacks() {
    long[] slack = schedule.slack();
    Map<Integer, Long> smallest = new HashMap<>();
    for (int i = 1; i < layout.size; i++) {
      smallest.merge(layout.key(i), slack[i], Math::min);
    }
    return smallest;
  }

  private Schedule lifted(List<Change.Parallel> lifts) {
    Order lifted = Order.of(layout, known, beliefs.time(layout, known), Lift.of(layout, lifts));
    return new Schedule(layout, lifted, beliefs.limits());
  }
}
