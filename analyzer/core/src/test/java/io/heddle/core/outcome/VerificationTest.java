package io.heddle.core.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.RunSketch;
import io.heddle.core.advice.Matter;
import io.heddle.core.advice.Saving;
import io.heddle.core.comparison.Thresholds;
import io.heddle.core.outcome.Confounder.Kind;
import io.heddle.core.outcome.LookUps.Setting;
import io.heddle.core.path.Overlap;
import io.heddle.core.replay.Interval;
import io.heddle.core.statistics.Cost;
import io.heddle.core.statistics.PriceTable;
import io.heddle.runs.Run;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two look-ups of 40 and 25 ms that ran one after the other, and then side by side. */
class VerificationTest {
  private static final Promise PROMISE =
      new Promise(
          new Matter("parallel-1", "parallel", "shop", "w", List.of("b", "c")),
          "",
          new Saving(25, 21, new Interval(24, 26), null));

  private static final Setting BEFORE = LookUps.BEFORE;
  private static final Setting AFTER = LookUps.AFTER;

  @Test
  void promiseThatIsKept_isSeenWithItsInterval() {
    Outcome outcome = verify(LookUps.runs(100, BEFORE, 1), LookUps.runs(100, AFTER, 2));
    assertThat(outcome.realised().savedMs()).isCloseTo(25, within(4.0));
    assertThat(outcome.realised().significant()).isTrue();
    assertThat(outcome.held()).isTrue();
    assertThat(outcome.confounders()).isEmpty();
    assertThat(outcome.ratio()).isCloseTo(1, within(0.16));
  }

  @Test
  void changeThatWasNotMade_savesNothing() {
    Outcome outcome = verify(LookUps.runs(100, BEFORE, 1), LookUps.runs(100, BEFORE, 2));
    assertThat(outcome.held()).isFalse();
    assertThat(outcome.realised().significant()).isFalse();
    assertThat(outcome.ratio()).isCloseTo(0, within(0.2));
  }

  @Test
  void groups_areCountedAndDated() {
    Applied applied = verify(LookUps.runs(60, BEFORE, 1), LookUps.runs(40, AFTER, 2)).applied();
    assertThat(applied.baseRuns()).isEqualTo(60);
    assertThat(applied.currentRuns()).isEqualTo(40);
    assertThat(applied.baseVersion()).isEqualTo("v1");
    assertThat(applied.currentVersion()).isEqualTo("v2");
  }

  @Test
  void otherMixOfPaths_isSaid() {
    Setting otherMix = new Setting(true, 30, 0.1, 1_000);
    assertThat(verify(LookUps.runs(100, BEFORE, 1), LookUps.runs(100, otherMix, 2)).confounders())
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.PATHS))
        .satisfies(it -> assertThat(it.what()).contains("another way"));
  }

  @Test
  void slowerOtherNode_isSaid() {
    Setting slowerDraft = new Setting(true, 60, 0.5, 1_000);
    assertThat(
            verify(LookUps.runs(100, BEFORE, 1), LookUps.runs(100, slowerDraft, 2)).confounders())
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.NODES))
        .satisfies(it -> assertThat(it.what()).contains("draft"));
  }

  @Test
  void largerInputs_areSaid() {
    Setting longer = new Setting(true, 30, 0.5, 1_500);
    assertThat(verify(LookUps.runs(100, BEFORE, 1), LookUps.runs(100, longer, 2)).confounders())
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.INPUTS))
        .satisfies(it -> assertThat(it.what()).contains("more tokens"));
  }

  @Test
  void tooFewRuns_areSaid() {
    Promise small =
        new Promise(
            new Matter("parallel-1", "parallel", "shop", "w", List.of("b")),
            "",
            new Saving(2, 2, new Interval(1, 3), null));
    Outcome outcome =
        new Verification(small, Overlap.TOLERANT, Thresholds.DEFAULTS)
            .of(LookUps.runs(10, BEFORE, 1), LookUps.runs(10, BEFORE, 2));
    assertThat(outcome.confounders()).extracting(Confounder::kind).containsExactly(Kind.NOISE);
  }

  @Test
  void aaGroups_areSeldomConfounded() {
    long confounded =
        IntStream.range(0, 60)
            .filter(seed ->
                !verify(LookUps.runs(60, BEFORE, 100 + seed), LookUps.runs(60, BEFORE, 500 + seed))
                    .isClean())
            .count();
    assertThat(confounded).isLessThanOrEqualTo(3);
  }

  @Test
  void orderOfTheRuns_doesNotMatter() {
    List<Run> base = LookUps.runs(40, BEFORE, 1);
    List<Run> current = LookUps.runs(40, AFTER, 2);
    assertThat(verify(reversed(base), reversed(current))).isEqualTo(verify(base, current));
  }

  @Test
  void groupWithoutTheWorkflow_isNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> verify(LookUps.runs(10, BEFORE, 1), List.of()))
        .withMessageContaining("shop: w after");
  }

  @Test
  void promiseOfMoney_isHeldAgainstWhatRunsCost() {
    Outcome kept = bills(calls("big", 1), calls("small", 2));
    Paid paid = kept.realised().money();
    // 1,000 tokens in and 10 out, at a tenth of 2 and 8 per million
    assertThat(paid).isNotNull();
    assertThat(paid.saved()).isCloseTo(0.9 * 0.00208, within(1e-9));
    assertThat(paid.significant()).isTrue();
    assertThat(kept.held()).isTrue();
    assertThat(kept.ratio()).isCloseTo(1, within(1e-6));

    Outcome broken = bills(calls("big", 1), calls("big", 2));
    assertThat(broken.ratio()).isCloseTo(0, within(1e-9));
    assertThat(broken.held()).isFalse();
  }

  @Test
  void costOfAModelWithoutAPrice_isNoOutcome() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bills(calls("big", 1), calls("other", 2)))
        .withMessageContaining("without a price");
  }

  @Test
  void promisesOfMoney_areLearntFromWhenThereAreTen() {
    Outcome half = bills(calls("big", 1), half());
    Saving said = PROMISED.saving();

    assertThat(learnt(half, 9)).isNull();
    Saving.Money corrected = learnt(half, 10).applied(said).money();
    assertThat(corrected.cost().amount().doubleValue()).isCloseTo(0.45 * 0.00208, within(1e-5));
    assertThat(corrected.interval().high()).isGreaterThan(corrected.interval().low());
  }

  private static @Nullable Correction learnt(Outcome outcome, int times) {
    return Correction.of(
        List.of(new Correction.Scope("rule tokens", Collections.nCopies(times, outcome))));
  }

  @Test
  void firstRuns_areComparedOnlyForTheirOwnRule() {
    List<Run> base = coldThenWarm(200);
    List<Run> current = coldThenWarm(20);
    assertThat(firstRuns("cold-start", base, current).realised().savedMs())
        .isCloseTo(18, within(0.01));
    assertThat(firstRuns("parallel", base, current).realised().savedMs()).isZero();
  }

  private static final PriceTable PRICES =
      new PriceTable(
          "USD", "2026-01-01", List.of(price("big", "2", "8"), price("small", "0.2", "0.8")));

  private static final Promise PROMISED =
      new Promise(
          new Matter("tokens-1", "tokens", "shop", "w", List.of("ask")),
          "",
          new Saving(
              0,
              0,
              new Interval(0, 0),
              new Saving.Money(
                  new Cost(new BigDecimal("0.001872"), "USD", "2026-01-01"),
                  90,
                  new Interval(0.00187, 0.00188))));

  private static PriceTable.Price price(String model, String input, String output) {
    return new PriceTable.Price(
        null, model, new BigDecimal(input), new BigDecimal(output), null, null);
  }

  private static Outcome bills(List<Run> base, List<Run> current) {
    return new Verification(PROMISED, Overlap.TOLERANT, Thresholds.DEFAULTS, PRICES)
        .of(base, current);
  }

  private static List<Run> half() {
    List<Run> runs = new ArrayList<>(calls("small", 2).subList(0, 20));
    runs.addAll(calls("big", 2).subList(20, 40));
    return runs;
  }

  private static List<Run> calls(String model, int group) {
    return IntStream.range(0, 40)
        .mapToObj(i ->
            RunSketch.of("w")
                .id("r" + group + "-" + i)
                .startingAt((group * 1_000 + i) * 1_000.0)
                .node("ask", 0, 20)
                .tokens(model, 1_000, 10)
                .build())
        .toList();
  }

  private static Outcome firstRuns(String rule, List<Run> base, List<Run> current) {
    Promise promise =
        new Promise(
            new Matter("x", rule, "shop", "w", List.of("a")),
            "",
            new Saving(18, 50, new Interval(10, 20), null));
    return new Verification(promise, Overlap.TOLERANT, Thresholds.DEFAULTS).of(base, current);
  }

  /** One run in ten starts cold. */
  private static List<Run> coldThenWarm(double coldMs) {
    return IntStream.range(0, 100)
        .mapToObj(i -> {
          RunSketch run = RunSketch.of("w").id("r" + i).startingAt(i * 1_000);
          return i % 10 == 0
              ? run.node("a", 0, coldMs).cold().build()
              : run.node("a", 0, 20).build();
        })
        .toList();
  }

  private static Outcome verify(List<Run> base, List<Run> current) {
    return new Verification(PROMISE, Overlap.TOLERANT, Thresholds.DEFAULTS).of(base, current);
  }

  private static List<Run> reversed(List<Run> runs) {
    return IntStream.range(0, runs.size()).mapToObj(i -> runs.get(runs.size() - 1 - i)).toList();
  }
}
