package io.heddle.core.outcome;

import java.util.List;

/**
 * What came of a recommendation that was followed.
 *
 * @param confounders what else may explain the difference; empty when nothing was seen
 */
public record Outcome(
    Promise promise, Applied applied, Realised realised, List<Confounder> confounders) {
  public Outcome {
    confounders = List.copyOf(confounders);
  }

  /** Realised by promised saving: 1 is as promised, 0 is nothing, below 0 is slower. */
  public double ratio() {
    return realised.happened().saved() / promise.said().saved();
  }

  /** Whether later estimates may learn from it: nothing else is known to have changed. */
  public boolean isClean() {
    return confounders.isEmpty();
  }

  /** Whether promise and measurement differ by no more than both intervals allow. */
  public boolean held() {
    double difference = realised.happened().saved() - promise.said().saved();
    return Math.abs(difference) <= (difference < 0 ? reach(true) : reach(false));
  }

  /** Variance of the ratio that the two intervals account for. */
  double ratioVariance() {
    double reach = (reach(true) + reach(false)) / 2;
    double deviation = reach / Ratios.Z / promise.said().saved();
    return deviation * deviation;
  }

  /** How far apart both may be by chance, with 95 % confidence. */
  private double reach(boolean fellShort) {
    Figure said = promise.said();
    Figure happened = realised.happened();
    return fellShort
        ? Math.hypot(
            said.saved() - said.interval().low(), happened.interval().high() - happened.saved())
        : Math.hypot(
            said.interval().high() - said.saved(), happened.saved() - happened.interval().low());
  }
}
