package io.heddle.core.outcome;

import io.heddle.core.replay.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well the promises of one rule were kept.
 *
 * @param outcomes of the rule, all of them
 * @param clean how many of them count, because nothing else changed
 * @param ratio pseudo-median of realised by promised saving over the clean ones: the bias; null
 *     when there is none
 * @param held how many clean ones differ from their promise by no more than both intervals allow
 * @param heldShare 95 % interval of their share (Wilson), which should hold 0.95
 * @param correction what the rule's next estimates learn; null below ten clean outcomes
 */
public record RuleRecord(
    String rule,
    int outcomes,
    int clean,
    @Nullable Double ratio,
    int held,
    Interval heldShare,
    @Nullable Correction correction) {

  static RuleRecord of(String rule, List<Outcome> outcomes) {
    List<Outcome> clean = outcomes.stream().filter(Outcome::isClean).toList();
    int held = (int) clean.stream().filter(Outcome::held).count();
    return new RuleRecord(
        rule,
        outcomes.size(),
        clean.size(),
        clean.isEmpty() ? null : Ratios.of(clean).centre(),
        held,
        Interval.ofShare(held, clean.size()),
        Correction.of(List.of(new Correction.Scope("rule " + rule, clean))));
  }
}
