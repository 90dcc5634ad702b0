package io.heddle.core.advice;

import io.heddle.core.advice.ModelCalls.Call;
import io.heddle.core.statistics.PriceTable;
import io.heddle.core.statistics.PriceTable.Price;
import io.heddle.runs.Content;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A dear model that only ever gives short answers, as when it sorts things into classes.
 *
 * @param cheaper the dearest model that costs at most a fifth for the same tokens
 * @param perRun money saved in each run with it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OversizedModel(ModelCalls calls, Price cheaper, double[] perRun)
    implements TokensRule.Economy {
  private static final int LEAST_CALLS = 20;
  private static final long SHORT = 50;
  private static final double NEARLY_ALL = 0.95;
  private static final BigDecimal TIMES = BigDecimal.valueOf(5);

  static @Nullable OversizedModel of(ModelCalls calls, TokensRule.Bill bill) {
    PriceTable prices = bill.subject().standards().prices();
    Price price = calls.price(prices);
    if (price == null || calls.calls().size() < LEAST_CALLS || !easy(calls)) {
      return null;
    }
    return cheaper(calls, price, prices)
        .map(other ->
            new OversizedModel(
                calls,
                other,
                calls.byRun(bill.runs(), call -> cost(price, call) - cost(other, call))))
        .orElse(null);
  }

  private static boolean easy(ModelCalls calls) {
    Long reasoning = calls.total().reasoning();
    return (reasoning == null || reasoning == 0)
        && calls.quantile(NEARLY_ALL, Call::output) <= SHORT
        && fewAnswers(calls);
  }

  /** Where answers can be told apart, most came before. */
  private static boolean fewAnswers(ModelCalls calls) {
    List<Content> known =
        calls.calls().stream()
            .map(call -> call.execution().evidence().output())
            .filter(Objects::nonNull)
            .toList();
    return known.isEmpty() || 2 * known.stream().distinct().count() <= known.size();
  }

  /** Of the same family, else of any; where several cost the same, the one named most alike. */
  private static Optional<Price> cheaper(ModelCalls calls, Price price, PriceTable prices) {
    BigDecimal current = Objects.requireNonNull(price.of(calls.total()));
    List<Price> enough =
        prices.models().stream()
            .filter(other -> cost(other, calls).map(c -> atMostAFifth(c, current)).orElse(false))
            .toList();
    Comparator<Price> dearest =
        Comparator.<Price, BigDecimal>comparing(other -> cost(other, calls).orElseThrow())
            .thenComparingInt(other -> commonEnd(other.model(), price.model()))
            .thenComparing(Price::model, Comparator.reverseOrder());
    Stream<Price> kin = enough.stream().filter(other -> family(other).equals(family(price)));
    return kin.max(dearest).or(() -> enough.stream().max(dearest));
  }

  /** Versions stand at the end of a name. */
  private static int commonEnd(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(one.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
      same++;
    }
    return same;
  }

  private static boolean atMostAFifth(BigDecimal cost, BigDecimal current) {
    return cost.signum() > 0 && cost.multiply(TIMES).compareTo(current) <= 0;
  }

  private static Optional<BigDecimal> cost(Price price, ModelCalls calls) {
    return Optional.ofNullable(price.of(calls.total()));
  }

  private static double cost(Price price, Call call) {
    BigDecimal cost = price.of(call.tokens());
    return cost == null ? 0 : cost.doubleValue();
  }

  /** The provider, or how the name begins. */
  private static String family(Price price) {
    String provider = price.provider();
    return provider == null ? price.model().split("[^A-Za-z]", 2)[0] : provider;
  }

  @Override
  public String what() {
    return "big model on an easy node";
  }

  @Override
  public String title() {
    return "%s asks %s for %.0f tokens an answer"
        .formatted(
            String.join(" > ", calls.path()), calls.model().name(), calls.mean(Call::output));
  }

  @Override
  public Facts describe(Facts evidence) {
    return evidence
        .with("outputP95", calls.quantile(NEARLY_ALL, Call::output))
        .with("inputPerOutput", calls.mean(Call::input) / Math.max(1, calls.mean(Call::output)))
        .with("cheaperModel", cheaper.model())
        .with("assumed", "the cheaper model needs as many tokens");
  }

  @Override
  public Level risk() {
    return Level.MEDIUM;
  }

  @Override
  public List<String> steps() {
    return List.of(
        "Collect inputs of this node with the answers they should get.",
        "Ask " + cheaper.model() + " the same and count how often it agrees.",
        "Change the model of this node alone, and keep the large one for what the small one"
            + " is not sure about.");
  }

  @Override
  public @Nullable String example(EngineWords words) {
    return words.model(calls.path().get(0), cheaper.model());
  }
}
