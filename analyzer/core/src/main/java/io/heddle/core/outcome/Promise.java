package io.heddle.core.outcome;

import io.heddle.core.advice.Recommendation;
import io.heddle.core.advice.Saving;
import io.heddle.core.replay.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a recommendation said before it was followed, as replay computed it and without any
 * correction: a correction must not learn from itself.
 *
 * @param id of the recommendation
 * @param engine as the agent names it; empty when unknown
 * @param savedMs of a mean run; 0 when money alone is saved
 * @param percent the same, of the mean run before
 * @param intervalMs of {@code savedMs}
 * @param money of a mean run; null when time is saved
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
    Interval intervalMs,
    Saving.@Nullable Money money) {
  public Promise {
    nodes = List.copyOf(nodes);
    if (!(savedMs > 0) && money == null) {
      throw new IllegalArgumentException(id + " promised no time, but " + savedMs + " ms");
    }
  }

  /** A promise of time. */
  public Promise(
      String id,
      String rule,
      String engine,
      String service,
      String workflow,
      List<String> nodes,
      double savedMs,
      double percent,
      Interval intervalMs) {
    this(id, rule, engine, service, workflow, nodes, savedMs, percent, intervalMs, null);
  }

  /** What is saved, in milliseconds, or in the currency where money alone is. */
  public Figure said() {
    return money == null
        ? new Figure(savedMs, intervalMs)
        : new Figure(money.cost().amount().doubleValue(), money.interval());
  }

  /**
   * The promise of a recommendation.
   *
   * @throws IllegalArgumentException when it saves neither time nor money, so that nothing can be
   *     held against it
   */
  public static Promise of(Recommendation it, String engine) {
    Saving saving = it.saving();
    if (saving == null || (saving.meanMs() <= 0 && saving.money() == null)) {
      throw new IllegalArgumentException(
          it.id() + " promises neither time nor money, so none can be measured");
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
        saving.intervalMs(),
        saving.meanMs() > 0 ? null : saving.money());
  }
}
