package io.heddle.core.replay;

import io.heddle.runs.Execution;

/** Executions of two nodes below one parent: how the end of the second hangs on the first. */
final class Companions {
  private static final int FEWEST = 20;
  private static final double NEARLY_ALWAYS = 0.9;
  private static final long SAME_INSTANT_NS = 100_000;

  private final Lags lags = new Lags();
  private int together;
  private int begunWithin;

  void add(Execution first, Execution second) {
    long after = second.endNs() - first.endNs();
    boolean overlap = second.startNs() < first.endNs() && first.startNs() < second.endNs();
    together += overlap && Math.abs(after) <= SAME_INSTANT_NS ? 1 : 0;
    begunWithin += overlap && second.startNs() > first.startNs() && after >= 0 ? 1 : 0;
    lags.add(second.durationNs(), first.endNs() - second.startNs());
  }

  int size() {
    return lags.size();
  }

  /** Whether both nearly always end at one instant: whoever is first ends the other. */
  boolean endTogether() {
    return isMost(together);
  }

  /**
   * Whether the second begins while the first goes on, never ends before it, and ends more
   * regularly after its end than after its own start: it takes what the first hands on as it comes.
   */
  boolean stream() {
    return isMost(begunWithin) && lags.follow();
  }

  private boolean isMost(int count) {
    return lags.size() >= FEWEST && count >= NEARLY_ALWAYS * lags.size();
  }
}
