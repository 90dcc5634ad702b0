package io.heddle.core.replay;

import io.heddle.core.statistics.Leverage;
import io.heddle.core.statistics.WideSum;

/** Adds up what a node moves, exactly: parts merge to the whole. Not thread-safe. */
final class LeverageSum {
  private static final double NS_PER_MS = 1e6;

  private final WideSum drag = new WideSum();
  private final WideSum slack = new WideSum();
  private int runs;
  private int bounded;

  void add(long dragNs, long slackNs) {
    runs++;
    drag.add(dragNs);
    if (slackNs != Long.MAX_VALUE) {
      slack.add(slackNs);
      bounded++;
    }
  }

  void merge(LeverageSum other) {
    runs += other.runs;
    bounded += other.bounded;
    drag.add(other.drag);
    slack.add(other.slack);
  }

  /** Whether any run has the node below its root. */
  boolean isKnown() {
    return runs > 0;
  }

  Leverage over(int all) {
    return new Leverage(
        drag.value().doubleValue() / NS_PER_MS / all,
        bounded == 0 ? null : slack.value().doubleValue() / NS_PER_MS / bounded);
  }
}
