package io.heddle.recorder;

import java.util.Arrays;

/**
 * How long the executions of nodes, or leaves, take of late, by their numbers. Written after each
 * record, so it lies apart from what the engine's threads read: they would lose the cache line each
 * time. Drain thread only.
 */
final class RecentTimes {
  /** An execution weighs an eighth of the mean. */
  private static final int WEIGHT = 8;

  private long[] meansNs = {};

  /**
   * An execution took that long.
   *
   * @return what is worth measuring in the next one; see {@link Costs#worth}
   */
  int took(int number, long ns) {
    if (number >= meansNs.length) {
      meansNs = Arrays.copyOf(meansNs, Math.max(number + 1, 2 * meansNs.length));
    }
    long before = meansNs[number];
    long mean = before == 0 ? ns : before + (ns - before) / WEIGHT;
    meansNs[number] = mean;
    return Costs.worth(mean);
  }
}
