package io.heddle.core.statistics;

import io.heddle.runs.Usage;
import java.math.BigDecimal;
import java.util.Comparator;
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
      add(Model.of(usage), Tokens.of(usage));
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
      BigDecimal part = entry.getKey().cost(entry.getValue(), prices);
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
        .filter(model -> !model.isPriced(prices))
        .map(Model::name)
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

  private record Model(String provider, String responded, String requested)
      implements Comparable<Model> {
    private static final Comparator<Model> ORDER =
        Comparator.comparing(Model::provider)
            .thenComparing(Model::responded)
            .thenComparing(Model::requested);

    static Model of(Usage usage) {
      return new Model(
          text(usage.provider()), text(usage.responseModel()), text(usage.requestModel()));
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value;
    }

    String name() {
      String name = responded.isEmpty() ? requested : responded;
      return name.isEmpty() ? "a model without a name" : name;
    }

    boolean isPriced(PriceTable prices) {
      PriceTable.Price price = prices.find(provider, responded, requested);
      return price != null && price.isKnown();
    }

    @Nullable BigDecimal cost(Tokens tokens, PriceTable prices) {
      PriceTable.Price price = prices.find(provider, responded, requested);
      return price == null ? null : price.of(tokens);
    }

    @Override
    public int compareTo(Model other) {
      return ORDER.compare(this, other);
    }
  }
}
