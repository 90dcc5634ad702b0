package io.heddle.core.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.RunSketch;
import io.heddle.core.comparison.Thresholds;
import io.heddle.core.statistics.PriceTable;
import io.heddle.core.statistics.PriceTable.Price;
import io.heddle.runs.Model;
import io.heddle.runs.Tokens;
import io.heddle.runs.Usage;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensRuleTest {
  private static final PriceTable PRICES =
      new PriceTable(
          "USD",
          "2026-01-01",
          List.of(
              price("big-1", "10", "30", "1"),
              price("big-mini", "1", "3", "0.1"),
              price("big-nano", "0.1", "0.3", null)));

  @Test
  void aPromptThatComesAgain_andIsPaidInFull_isDear() {
    Recommendation found =
        only(
            (s, r) -> s.node("plan", 0, 50).usage(usage("big-1", 8_000 + r.nextInt(500), 300, 0L)));
    assertThat(found.nodes()).containsExactly("plan");
    assertThat(found.category()).isEqualTo(Category.COST);
    assertThat(found.evidence().get("what")).isEqualTo("no prompt cache");
    Saving.Money money = found.saving().money();
    // 8,000 tokens that cost 9 per million less, in all runs but the first
    assertThat(money.cost().amount().doubleValue()).isCloseTo(0.072 * 39 / 40, within(0.001));
    assertThat(money.interval().low()).isLessThan(money.cost().amount().doubleValue());
    assertThat(found.saving().meanMs()).isZero();
    assertThat(found.example()).isNotBlank();
  }

  @Test
  void aPromptThatIsCached_orUnknownAndModerate_isNot() {
    assertSilent((s, r) -> s.node("plan", 0, 50).usage(usage("big-1", 8_000, 300, 7_000L)));
    assertSilent((s, r) -> s.node("plan", 0, 50).usage(usage("big-1", 3_000, 300, null)));
  }

  @Test
  void shortPrompts_andThoseWithNothingInCommon_areNot() {
    assertSilent((s, r) -> s.node("plan", 0, 50).usage(usage("big-1", 900, 300, 0L)));
    assertSilent(
        (s, r) -> s.node("plan", 0, 50).usage(usage("big-1", 500 + r.nextInt(9_000), 300, 0L)));
  }

  @Test
  void promptsThatWereSeen_decideByTheirText() {
    String instructions = "Always be kind. ".repeat(100);
    Rules.Shape alike =
        (s, r) -> seen(s, instructions + r.nextLong()).usage(usage("big-1", 5_000, 300, null));
    Rules.Shape unlike =
        (s, r) -> seen(s, r.nextLong() + instructions).usage(usage("big-1", 5_000, 300, 0L));
    assertThat(ask(alike)).hasSize(1);
    assertThat(ask(unlike)).isEmpty();
  }

  @Test
  void runsFarApart_findNoPromptInTheCache() {
    assertSilent((s, r) ->
        s.startingAt(r.nextInt(1_000) * 3_600_000.0)
            .node("plan", 0, 50)
            .usage(usage("big-1", 8_000, 300, 0L)));
  }

  @Test
  void callsOfOneName_areJudgedAtEachPlaceTheyAreMadeFrom() {
    Recommendation found =
        only((s, r) ->
            s.node("sort", 0, 20)
                .node("write", 20, 90)
                .node("chat", 1, 19)
                .in("sort")
                .usage(usage("big-1", 400, 1 + r.nextInt(4), null))
                .node("chat", 21, 89)
                .in("write")
                .usage(usage("big-1", 300 + r.nextInt(900), 200 + r.nextInt(300), null)));
    assertThat(found.nodes()).containsExactly("sort", "chat");
    assertThat(found.evidence().get("calls")).isEqualTo(40L);
    assertThat(found.evidence().get("what")).isEqualTo("big model on an easy node");
  }

  @Test
  void aBigModelForAWordOfAnswer_isDear() {
    Recommendation found =
        only((s, r) ->
            s.node("route", 0, 50)
                .classes(r.nextLong(), r.nextInt(3))
                .usage(usage("big-1", 400, 4, null)));
    assertThat(found.evidence().get("cheaperModel")).isEqualTo("big-mini");
    // 400 x 10 + 4 x 30 against a tenth of it, per million
    assertThat(found.saving().money().cost().amount().doubleValue())
        .isCloseTo(0.00412 * 0.9, within(1e-9));
    assertThat(found.risk()).isEqualTo(Level.MEDIUM);
  }

  @Test
  void ofCheaperModelsThatCostTheSame_theOneNamedAlikeIsTried() {
    List<Price> prices =
        List.of(
            price("large-4-2025", "10", "30", null),
            price("small-4-0", "1", "3", null),
            price("small-4-2025", "1", "3", null),
            price("small-4@2025", "1", "3", null));
    Standards standards =
        new Standards(Thresholds.DEFAULTS, new PriceTable("USD", "2026-01-01", prices));
    Rules.Shape route =
        (s, r) -> s.node("route", 0, 50).usage(usage("large-4-20250514", 400, 4, null));

    assertThat(Rules.ask(new TokensRule(), Rules.runs(40, route), standards))
        .singleElement()
        .satisfies(it -> assertThat(it.evidence().get("cheaperModel")).isEqualTo("small-4-2025"));
  }

  @Test
  void longAnswers_orManyDifferentOnes_orAModelWithoutCheaperKin_areNot() {
    assertSilent((s, r) -> s.node("write", 0, 50).usage(usage("big-1", 400, 400, null)));
    assertSilent((s, r) ->
        s.node("extract", 0, 50)
            .classes(r.nextLong(), r.nextLong())
            .usage(usage("big-1", 400, 10, null)));
    assertSilent((s, r) -> s.node("route", 0, 50).usage(usage("big-nano", 400, 4, null)));
  }

  @Test
  void withoutAPrice_nothingIsSaid() {
    assertSilent((s, r) -> s.node("plan", 0, 50).usage(usage("unheard-of", 8_000, 300, 0L)));
  }

  @Test
  void usageThatIsPassedOn_countsBelow() {
    Recommendation found =
        only((s, r) ->
            s.node("plan", 0, 50)
                .usage(usage("big-1", 8_000, 300, 0L))
                .operation("chat big-1", 1, 49)
                .usage(usage("big-1", 8_000, 300, 0L)));
    assertThat(found.nodes()).containsExactly("plan", "chat big-1");
  }

  private static RunSketch seen(RunSketch sketch, String prompt) {
    return sketch.node("plan", 0, 50).attribute("gen_ai.input.messages", prompt);
  }

  private static Usage usage(String model, long input, long output, Long cacheRead) {
    Tokens tokens = new Tokens(input, output, cacheRead, null, null);
    return Usage.of(Model.of(null, model, null), tokens);
  }

  private static Price price(String model, String input, String output, String cacheRead) {
    return new Price(
        null,
        model,
        new BigDecimal(input),
        new BigDecimal(output),
        cacheRead == null ? null : new BigDecimal(cacheRead),
        null);
  }

  private static List<Recommendation> ask(Rules.Shape shape) {
    return Rules.ask(
        new TokensRule(), Rules.runs(40, shape), new Standards(Thresholds.DEFAULTS, PRICES));
  }

  private static Recommendation only(Rules.Shape shape) {
    List<Recommendation> found = ask(shape);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static void assertSilent(Rules.Shape shape) {
    assertThat(ask(shape)).isEmpty();
  }
}
