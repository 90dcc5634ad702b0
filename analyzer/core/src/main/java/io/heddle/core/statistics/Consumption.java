package io.heddle.core.statistics;

import io.heddle.runs.Model;
import io.heddle.runs.Tokens;
import io.heddle.runs.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tokens by model, priced only when somebody asks with a price table. Not thread-safe. */
final class Consumption {
  private final Map<Model, Tokens> byModel = new TreeMap<>();
  private @Nullable BigDecimal reported;

  void add(Usage usage) {
    if (usage.counts()) {
      add(usage.model(), usage.tokens());
    }
    Double cost = usage.cost();
    if (cost != null && Double.isFinite(cost)) {
      report(BigDecimal.valueOf(cost));
    }
  }

  void merge(Consumption other) {
    other.byModel.forEach(this::add);
    if (other.reported != null) {
      report(other.reported);
    }
  }

  /** What the calls themselves say they cost; null when none says. */
  @Nullable BigDecimal reported() {
    return reported;
  }

  @Nullable Tokens tokens() {
    return byModel.values().stream().reduce(Tokens::plus).orElse(null);
  }

  /** Null when nothing was used, or a model has no price. */
  @Nullable Cost cost(PriceTable prices) {
    BigDecimal amount = BigDecimal.ZERO;
    for (Map.Entry<Model, Tokens> entry : byModel.entrySet()) {
      BigDecimal part = prices.cost(entry.getKey(), entry.getValue());
      if (part == null) {
        return null;
      }
      amount = amount.add(part);
    }
    return byModel.isEmpty() ? null : new Cost(amount, prices.currency(), prices.date());
  }

  /** The models that were used and have no price, by name. */
  List<String> unpriced(PriceTable prices) {
    return byModel.keySet().stream()
        .filter(model -> !prices.knows(model))
        .map(model -> model.name().isEmpty() ? "a model without a name" : model.name())
        .distinct()
        .sorted()
        .toList();
  }

  /** Without trailing zeros, so that the order of the sum leaves no trace. */
  private void report(BigDecimal amount) {
    reported = (reported == null ? amount : reported.add(amount)).stripTrailingZeros();
  }

  private void add(Model model, Tokens tokens) {
    byModel.merge(model, tokens, Tokens::plus);
  }
}
