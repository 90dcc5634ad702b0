package io.heddle.core.replay;

import io.heddle.core.statistics.Leverage;

/** Adds up what a node moves, run by run. */
final class LeverageSum {
  private static final double NS_PER_MS = 1e6;

  private boolean known;
  private long drag;
  private double slack;
  private int bounded;

  void add(long dragNs, long slackNs) {
    known = true;
    drag += dragNs;
    if (slackNs != Long.MAX_VALUE) {
      slack += slackNs;
      bounded++;
    }
  }

  /** Whether any run has the node below its root. */
  boolean isKnown() {
    return known;
  }

  Leverage over(int runs) {
    return new Leverage(drag / NS_PER_MS / runs, bounded == 0 ? null : slack / NS_PER_MS / bounded);
  }
}
