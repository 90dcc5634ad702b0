package io.heddle.core.blueprint;

/**
 * How well a definition is made, 0 to 100: the time of its best parallel plan as a share of its
 * time as written, less what it loses by memory over the limit and by one node that is most of the
 * work.
 *
 * @param value to one decimal
 * @param parallelism 0 to 100: 100 when no wait is avoidable
 * @param memoryPenalty 0 to 20: 20 when the best plan needs twice the limit
 * @param bottleneckPenalty 0 to 20: none up to half of the serial time in one node, 20 for all of
 *     it
 */
public record Score(
    double value, double parallelism, double memoryPenalty, double bottleneckPenalty, Grade grade) {
  private static final double MOST_PENALTY = 20;

  static Score of(Passage.Times times, double peakBytes, double limitBytes, double largestShare) {
    double parallelism =
        times.criticalPathMs() > 0 ? 100 * times.bestMs() / times.criticalPathMs() : 100;
    double memory = MOST_PENALTY * within(peakBytes / limitBytes - 1);
    double bottleneck = MOST_PENALTY * within(2 * largestShare - 1);
    double value = Math.max(0, Math.min(100, parallelism) - memory - bottleneck);
    double rounded = Math.rint(value * 10) / 10;
    return new Score(rounded, parallelism, memory, bottleneck, Grade.of(rounded));
  }

  private static double within(double share) {
    return Math.max(0, Math.min(1, share));
  }
}
