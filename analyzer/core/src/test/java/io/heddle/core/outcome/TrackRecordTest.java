package io.heddle.core.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.heddle.core.advice.Advised;
import io.heddle.core.advice.Category;
import io.heddle.core.advice.Facts;
import io.heddle.core.advice.Level;
import io.heddle.core.advice.Matter;
import io.heddle.core.advice.Recommendation;
import io.heddle.core.advice.Saving;
import io.heddle.core.advice.Severity;
import io.heddle.core.replay.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrackRecordTest {
  @Test
  void nineOutcomes_teachNothing() {
    Advised advised = advised("parallel", 40);
    assertThat(half("parallel", 9).correct(advised, "langgraph4j")).isEqualTo(advised);
    assertThat(half("parallel", 9).rules().get(0).correction()).isNull();
    assertThat(half("parallel", 10).correct(advised, "langgraph4j")).isNotEqualTo(advised);
  }

  @Test
  void tenOutcomesOfHalfThePromise_halveTheNext() {
    Recommendation corrected =
        half("parallel", 10).correct(advised("parallel", 40), "x").recommendations().get(0);
    Saving saving = corrected.saving();
    assertThat(saving.meanMs()).isCloseTo(20, within(1.0));
    assertThat(saving.percent()).isCloseTo(20, within(1.0));
    assertThat(saving.intervalMs().high() - saving.intervalMs().low()).isGreaterThan(4);
    assertThat(corrected.severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void correction_standsInTheEvidence() {
    Facts evidence =
        half("parallel", 12)
            .correct(advised("parallel", 40), "langgraph4j")
            .recommendations()
            .get(0)
            .evidence();
    assertThat(evidence.get("learned").toString())
        .contains("outcomes=12", "of=rule parallel", "uncorrectedMs=40.0", "factor=0.5");
  }

  @Test
  void otherRule_learnsNothing() {
    Advised advised = advised("cache", 40);
    assertThat(half("parallel", 30).correct(advised, "langgraph4j")).isEqualTo(advised);
  }

  @Test
  void promisesThatWereKept_leaveTheNextAsItIs() {
    List<Outcome> kept =
        IntStream.range(0, 12)
            .mapToObj(i -> Past.outcome(i, "parallel", 30, i % 2 == 0 ? 0.96 : 1.04, 0.1))
            .toList();
    Advised advised = advised("parallel", 40);
    Advised corrected = new TrackRecord(kept).correct(advised, "langgraph4j");
    assertThat(corrected.recommendations().get(0).saving())
        .isEqualTo(advised.recommendations().get(0).saving());
  }

  @Test
  void promisesThatWereKeptOnAverage_onlyWidenTheInterval() {
    List<Outcome> scattered =
        IntStream.range(0, 12)
            .mapToObj(i -> Past.outcome(i, "parallel", 30, i % 2 == 0 ? 0.4 : 1.6, 0.05))
            .toList();
    Saving saving =
        new TrackRecord(scattered)
            .correct(advised("parallel", 40), "langgraph4j")
            .recommendations()
            .get(0)
            .saving();
    assertThat(saving.meanMs()).isEqualTo(40);
    assertThat(saving.intervalMs().low()).isLessThan(10);
    assertThat(saving.intervalMs().high()).isGreaterThan(70);
  }

  @Test
  void confoundedOutcomes_doNotCount() {
    List<Outcome> outcomes = new ArrayList<>(half("parallel", 9).outcomes());
    Outcome tenth = Past.outcome(10, "parallel", 30, 0.5, 0.05);
    Confounder other = new Confounder(Confounder.Kind.PATHS, "other ways");
    outcomes.add(new Outcome(tenth.promise(), tenth.applied(), tenth.realised(), List.of(other)));
    RuleRecord rule = new TrackRecord(outcomes).rules().get(0);
    assertThat(rule.outcomes()).isEqualTo(10);
    assertThat(rule.clean()).isEqualTo(9);
    assertThat(rule.correction()).isNull();
  }

  @Test
  void sameStepVerifiedAgain_countsOnce() {
    List<Outcome> twice =
        List.of(
            Past.outcome(1, "parallel", 30, 0.5, 0.1), Past.outcome(1, "parallel", 30, 0.9, 0.1));
    TrackRecord record = new TrackRecord(twice);
    assertThat(record.outcomes()).singleElement().isEqualTo(twice.get(1));
  }

  @Test
  void engineWithItsOwnBias_isBelievedMoreThanTheRule() {
    List<Outcome> outcomes = new ArrayList<>(kept(20));
    for (int i = 100; i < 112; i++) {
      outcomes.add(on("flowable", Past.outcome(i, "parallel", 30, 0.5 + 0.01 * (i % 3), 0.05)));
    }
    TrackRecord record = new TrackRecord(outcomes);
    Recommendation asked = advised("parallel", 40).recommendations().get(0);
    assertThat(record.correction(asked, "flowable"))
        .satisfies(it -> assertThat(it.scope()).contains("flowable"))
        .satisfies(it -> assertThat(it.factor()).isLessThan(0.6));
    assertThat(record.correction(asked, "langgraph4j").factor()).isGreaterThan(0.9);
  }

  @Test
  void correctedSavings_areRankedAnew() {
    Advised advised =
        new Advised(
            List.of(recommendation("parallel", 40), recommendation("cache", 30)), List.of(), 50);
    assertThat(half("parallel", 12).correct(advised, "x").recommendations())
        .extracting(Recommendation::rule)
        .containsExactly("cache", "parallel");
  }

  @Test
  void changesThatMadeThingsWorse_leaveNothingToPromise() {
    List<Outcome> worse =
        IntStream.range(0, 12)
            .mapToObj(i -> Past.outcome(i, "parallel", 30, -0.5 - 0.01 * i, 0.05))
            .toList();
    Saving saving =
        new TrackRecord(worse)
            .correct(advised("parallel", 40), "x")
            .recommendations()
            .get(0)
            .saving();
    assertThat(saving.meanMs()).isZero();
  }

  @Test
  void rule_tellsBiasAndCoverage() {
    RuleRecord rule = half("parallel", 20).rules().get(0);
    assertThat(rule.ratio()).isCloseTo(0.5, within(0.02));
    assertThat(rule.held()).isZero();
    assertThat(rule.heldShare().high()).isLessThan(0.2);
  }

  @Test
  void recommendationThatSavesNoTime_promisesNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Promise.of(recommendation("failing", 0), ""))
        .withMessageContaining("failing-1");
  }

  private static TrackRecord half(String rule, int count) {
    return new TrackRecord(
        IntStream.range(0, count)
            .mapToObj(i -> Past.outcome(i, rule, 30, 0.49 + 0.01 * (i % 3), 0.05))
            .toList());
  }

  private static List<Outcome> kept(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Past.outcome(i, "parallel", 30, 0.98 + 0.02 * (i % 3), 0.05))
        .toList();
  }

  private static Outcome on(String engine, Outcome it) {
    Promise moved = new Promise(it.promise().matter(), engine, it.promise().saving());
    return new Outcome(moved, it.applied(), it.realised(), it.confounders());
  }

  private static Advised advised(String rule, double savedMs) {
    return new Advised(List.of(recommendation(rule, savedMs)), List.of(), 50);
  }

  private static Recommendation recommendation(String rule, double savedMs) {
    Saving saving = new Saving(savedMs, savedMs, new Interval(savedMs * 0.9, savedMs * 1.1), null);
    return new Recommendation(
        new Matter(rule + "-1", rule, "shop", "w", List.of("a")),
        Category.PERFORMANCE,
        Severity.HIGH,
        "title",
        Facts.none(),
        saving,
        Level.LOW,
        Level.LOW,
        List.of(),
        null);
  }
}
