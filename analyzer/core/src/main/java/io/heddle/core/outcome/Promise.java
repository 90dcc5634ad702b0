package io.heddle.core.outcome;

import io.heddle.core.advice.Matter;
import io.heddle.core.advice.Recommendation;
import io.heddle.core.advice.Saving;

/**
 * What a recommendation said before it was followed, as replay computed it and without any
 * correction: a correction must not learn from itself.
 *
 * @param engine as the agent names it; empty when unknown
 * @param saving of time, or of money alone
 */
public record Promise(Matter matter, String engine, Saving saving) {
  public Promise {
    if (!(saving.meanMs() > 0) && saving.money() == null) {
      throw new IllegalArgumentException(
          matter.id() + " promised no time, but " + saving.meanMs() + " ms");
    }
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
    return new Promise(it.matter(), engine, saving.meanMs() > 0 ? saving.ofTime() : saving);
  }

  /** What is saved, in milliseconds, or in the currency where money alone is. */
  public Figure said() {
    Saving.Money money = saving.money();
    return money == null
        ? new Figure(saving.meanMs(), saving.intervalMs())
        : new Figure(money.cost().amount().doubleValue(), money.interval());
  }
}
