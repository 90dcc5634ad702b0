package io.heddle.core.replay;

import java.util.List;

/** One run with what it waited for. */
final class ReplayedRun {
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
  long replay(Question question) {
    if (!question.concerns(layout)) {
      return layout.duration(0);
    }
    Effects effects = new Effects(layout, question.treatments());
    for (Change change : question.changes()) {
      effects.with(change, question.hits(change, position));
    }
    return question.parts(layout)
        ? lifted(question.branches()).run(effects)
        : schedule.replay(effects);
  }

  void countEdges(EdgeCensus census) {
    for (int i = 0; i < layout.size; i++) {
      for (int before : order.before(i)) {
        census.add(layout, known, before, i);
      }
    }
  }

  /** Adds what every node of the run moves. */
  void collect(LeverageSums sums) {
    long[] slack = schedule.slack();
    for (int i = 1; i < layout.size; i++) {
      sums.least().add(layout.key(i), slack[i]);
    }
    sums.least()
        .drain(
            (node, ns, repeated) -> sums.of(node).add(drag(node, ns), growth(node, ns, repeated)));
  }

  /** What could grow does not hold the run up: all that does has no slack. */
  private long drag(int node, long slack) {
    if (slack > 0 && !isLimited()) {
      return 0;
    }
    Effects effects = new Effects(layout, Treatments.NONE).without(node);
    return layout.duration(0) - schedule.replay(effects);
  }

  /** One execution without limits may grow by its slack; else it takes replays to tell. */
  private long growth(int node, long slack, boolean repeated) {
    boolean told = slack == 0 || slack == Long.MAX_VALUE || !(repeated || isLimited());
    return told
        ? slack
        : new Growth(
                ns -> schedule.replay(new Effects(layout, Treatments.NONE).longer(node, ns)),
                layout.duration(0))
            .most(slack);
  }

  private boolean isLimited() {
    return beliefs.limits().lowest() != null;
  }

  private Schedule lifted(List<Branches> branches) {
    Order lifted = Order.of(layout, known, beliefs.time(layout, known), Lift.of(layout, branches));
    return new Schedule(layout, lifted, beliefs.limits());
  }
}
