package io.heddle.core.replay;

import java.util.function.LongUnaryOperator;

/**
 * How much all executions of a node may grow together before their run does: several in one branch
 * share its slack, and one that holds a worker delays who waits for it. The run's duration is made
 * of straight pieces, each as steep as executions of the node lie on the path; so steps from above
 * that follow the piece (Newton) end where the run begins to grow.
 */
final class Growth {
  private static final int MOST_STEPS = 16;
  private static final long EXACT_NS = 100;

  private final LongUnaryOperator run;
  private final long unchanged;

  /**
   * @param run its duration by how much each execution grows, in ns
   * @param unchanged its duration when none does
   */
  Growth(LongUnaryOperator run, long unchanged) {
    this.run = run;
    this.unchanged = unchanged;
  }

  /**
   * The most that leaves the run as long as it was, in ns.
   *
   * @param upTo what each execution alone may grow
   */
  long most(long upTo) {
    long excess = excess(upTo);
    return excess > 0 ? below(upTo, excess) : upTo;
  }

  private long below(long upTo, long tooMuch) {
    long within = 0;
    long beyond = upTo;
    long excess = tooMuch;
    for (int step = 0; step < MOST_STEPS && beyond - within > EXACT_NS; step++) {
      long next = next(within, beyond, excess);
      long there = excess(next);
      if (there > 0) {
        beyond = next;
        excess = there;
      } else if (excess(next + EXACT_NS) > 0) {
        return next;
      } else {
        within = next;
      }
    }
    return within;
  }

  private long excess(long growth) {
    return run.applyAsLong(growth) - unchanged;
  }

  /** Where the piece that ends beyond would meet the unchanged run, else half way. */
  private long next(long within, long beyond, long excess) {
    long steepness = excess - excess(beyond - 1);
    long met = steepness > 0 ? beyond - excess / steepness : within;
    return met > within ? met : within + (beyond - within) / 2;
  }
}
