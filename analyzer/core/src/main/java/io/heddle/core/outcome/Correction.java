package io.heddle.core.outcome;

import io.heddle.core.advice.Facts;
import io.heddle.core.advice.Saving;
import io.heddle.core.replay.Interval;
import io.heddle.core.statistics.Cost;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What past outcomes say about an estimate.
 *
 * @param scope whose outcomes: of a rule, of a rule on an engine, or of a rule in a workflow
 * @param outcomes how many of them; never below {@link #FEWEST}
 * @param factor of the estimated saving; 1 while the outcomes leave room for it, never below 0
 * @param ratio 95 % interval of realised by promised saving
 * @param spread standard deviation of that ratio from one outcome to the next, beyond what the
 *     intervals account for; 0 when they account for all
 */
public record Correction(String scope, int outcomes, double factor, Interval ratio, double spread) {
  /** Nothing is learnt from fewer outcomes. */
  public static final int FEWEST = 10;

  /** Outcomes and what they are of. */
  record Scope(String name, List<Outcome> outcomes) {}

  /**
   * Learns from scopes, each within the one before it: what all of a rule's outcomes say is what is
   * believed of those on an engine. Null when no scope holds enough.
   */
  static @Nullable Correction of(List<Scope> widestFirst) {
    Correction learnt = null;
    for (Scope scope : widestFirst) {
      int known = learnt == null ? 0 : learnt.outcomes;
      if (scope.outcomes.size() >= FEWEST && scope.outcomes.size() != known) {
        learnt = narrowed(scope, learnt == null ? 1 : learnt.factor);
      }
    }
    return learnt;
  }

  private static Correction narrowed(Scope scope, double believed) {
    Ratios ratios = Ratios.of(scope.outcomes);
    return new Correction(
        scope.name,
        scope.outcomes.size(),
        Math.max(0, ratios.shrunkTo(believed)),
        ratios.interval(),
        ratios.spread());
  }

  /** Whether it changes nothing about an estimate. */
  public boolean isNeutral() {
    return factor == 1 && spread == 0;
  }

  /**
   * The estimate times the factor, as uncertain as outcomes were and never more certain than it
   * was: of the money where money alone is saved.
   */
  Saving applied(Saving saving) {
    if (isNeutral()) {
      return saving;
    }
    Saving.Money money = saving.money();
    return money != null && saving.meanMs() == 0
        ? new Saving(0, 0, saving.intervalMs(), applied(money))
        : new Saving(
            factor * saving.meanMs(),
            factor * saving.percent(),
            applied(new Figure(saving.meanMs(), saving.intervalMs())),
            money);
  }

  private Saving.Money applied(Saving.Money money) {
    Cost cost = money.cost();
    BigDecimal amount =
        cost.amount().multiply(BigDecimal.valueOf(factor)).round(MathContext.DECIMAL32);
    return new Saving.Money(
        new Cost(amount, cost.currency(), cost.date()),
        factor * money.percent(),
        applied(new Figure(cost.amount().doubleValue(), money.interval())));
  }

  private Interval applied(Figure said) {
    double mean = factor * said.saved();
    double doubt = said.saved() * Math.hypot(factorReach(), Ratios.Z * spread);
    double stretch = Math.max(1, factor);
    double below = Math.hypot(stretch * (said.saved() - said.interval().low()), doubt);
    double above = Math.hypot(stretch * (said.interval().high() - said.saved()), doubt);
    return new Interval(mean - below, mean + above);
  }

  private double factorReach() {
    return factor == 1 ? 0 : (ratio.high() - ratio.low()) / 2;
  }

  Facts evidence(Saving before) {
    Facts learnt =
        Facts.none()
            .with("outcomes", outcomes)
            .with("of", scope)
            .with("factor", factor)
            .with("ratioLow", ratio.low())
            .with("ratioHigh", ratio.high())
            .with("spread", spread);
    Saving.Money money = before.money();
    return money != null && before.meanMs() == 0
        ? learnt.with("uncorrectedCost", money.cost().amount().doubleValue())
        : learnt
            .with("uncorrectedMs", before.meanMs())
            .with("uncorrectedLowMs", before.intervalMs().low())
            .with("uncorrectedHighMs", before.intervalMs().high());
  }
}
