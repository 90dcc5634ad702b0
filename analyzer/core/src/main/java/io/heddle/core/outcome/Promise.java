package io.heddle.core.outcome;

import io.heddle.core.advice.Recommendation;
import io.heddle.core.advice.Saving;
import io.heddle.core.replay.Interval;
import java.util.List;

/**
 * What a recommendation said before it was followed, as replay computed it and without any
 * correction: a correction must not learn from itself.
 *
 * @param id of the recommendation
 * @param engine as the agent names it; empty when unknown
 * @param savedMs of a mean run; above 0
 * @param percent the same, of the mean run before
 * @param intervalMs of {@code savedMs}
 */
public record Promise(
    String id,
    String rule,
    String engine,
    String service,
    String workflow,
    List<String> nodes,
    double savedMs,
    double percent,
    Interval intervalMs) {
  public Promise {
    nodes = List.copyOf(nodes);
    if (!(savedMs > 0)) {
      throw new IllegalArgumentException(id + " promised no time, but " + savedMs + " ms");
    }
  }

  /**
   * The promise of a recommendation.
   *
   * @throws IllegalArgumentException when it saves no time, so that nothing can be held against it
   */
  public static Promise of(Recommendation it, String engine) {
    Saving saving = it.saving();
    if (saving == null || saving.meanMs() <= 0) {
      throw new IllegalArgumentException(it.id() + " promises no time, so none can be measured");
    }
    return new Promise(
        it.id(),
        it.rule(),
        engine,
        it.service(),
        it.workflow(),
        it.nodes(),
        saving.meanMs(),
        saving.percent(),
        saving.intervalMs());
  }
}
