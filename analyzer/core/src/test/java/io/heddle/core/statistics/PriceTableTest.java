package io.heddle.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.core.RunSketch;
import io.heddle.core.path.CriticalPath;
import io.heddle.core.path.Overlap;
import io.heddle.core.statistics.PriceTable.Price;
import io.heddle.runs.Model;
import io.heddle.runs.Run;
import io.heddle.runs.Tokens;
import io.heddle.runs.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceTableTest {
  private static final PriceTable PRICES =
      new PriceTable(
          "EUR",
          "2026-01-01",
          List.of(
              price("gpt-4", "10", null),
              price("gpt-4-mini", "1", "0.5"),
              new Price(null, "gpt-4-audio", null, null, null, null),
              price("own", "2", null)));

  @Test
  void respondingModel_isAskedFirst() {
    assertThat(cost(usage("own", "gpt-4", 1_000_000L, 0L, null))).isEqualByComparingTo("10");
  }

  @Test
  void requestedModel_isAskedNext() {
    assertThat(cost(usage("own", "x", 1_000_000L, 0L, null))).isEqualByComparingTo("2");
  }

  @Test
  void longestPrefix_isAskedLast() {
    assertThat(cost(usage(null, "gpt-4-mini-2026", 1_000_000L, 0L, null)))
        .isEqualByComparingTo("1");
  }

  @Test
  void cachedTokens_areAPartOfTheInput() {
    assertThat(cost(usage(null, "gpt-4-mini", 1_000_000L, 0L, 400_000L)))
        .isEqualByComparingTo("0.8");
  }

  @Test
  void output_isPricedApart() {
    assertThat(cost(usage(null, "own", 0L, 1_000_000L, null))).isEqualByComparingTo("6");
  }

  @Test
  void unknownModel_hasNoCost() {
    assertThat(cost(usage(null, "x", 1L, 1L, null))).isNull();
  }

  @Test
  void unknownPrice_keepsAShorterPrefixFromSpeaking() {
    Usage usage = usage(null, "gpt-4-audio-1", 1L, 1L, null);
    assertThat(cost(usage)).isNull();
    assertThat(statistics(usage).unpriced()).containsExactly("gpt-4-audio-1");
  }

  @Test
  void cost_carriesTheDateOfItsPrices() {
    Usage usage = usage(null, "own", 1L, 1L, null);
    assertThat(statistics(usage).cost()).extracting("date").isEqualTo("2026-01-01");
    assertThat(statistics(usage).unpriced()).isEmpty();
  }

  @Test
  void unknownTokens_haveNoCost() {
    assertThat(cost(usage(null, "own", null, null, null))).isNull();
  }

  private static Usage usage(
      @Nullable String requested,
      @Nullable String responded,
      @Nullable Long input,
      @Nullable Long output,
      @Nullable Long cacheRead) {
    Tokens tokens = new Tokens(input, output, cacheRead, null, null);
    return Usage.of(Model.of(null, requested, responded), tokens);
  }

  private static @Nullable BigDecimal cost(Usage usage) {
    Cost cost = statistics(usage).cost();
    return cost == null ? null : cost.amount();
  }

  private static WorkflowStatistics statistics(Usage usage) {
    Run run = RunSketch.of("w").node("a", 0, 1).usage(usage).build();
    Profile profile = new Profile();
    profile.add(run, CriticalPath.of(run, Overlap.TOLERANT));
    return profile.statistics(run.workflow(), PRICES, Map.of());
  }

  private static Price price(String model, String input, @Nullable String cacheRead) {
    BigDecimal perMillion = new BigDecimal(input);
    return new Price(
        null,
        model,
        perMillion,
        perMillion.multiply(BigDecimal.valueOf(3)),
        cacheRead == null ? null : new BigDecimal(cacheRead),
        null);
  }
}
