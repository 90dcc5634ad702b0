package io.heddle.core.outcome;

import io.heddle.core.advice.Advised;
import io.heddle.core.advice.Recommendation;
import io.heddle.core.advice.Saving;
import io.heddle.core.outcome.Correction.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every promise that was put to the test, and what came of it. Immutable.
 *
 * @param outcomes in the order in which they became known; of several about the same step of the
 *     same recommendation only the last, which saw most runs
 */
public record TrackRecord(List<Outcome> outcomes) {
  public static final TrackRecord EMPTY = new TrackRecord(List.of());

  public TrackRecord {
    outcomes = latest(outcomes);
  }

  private record Step(String id, @Nullable String from, @Nullable String to) {
    static Step of(Outcome it) {
      return new Step(
          it.promise().matter().id(), it.applied().baseVersion(), it.applied().currentVersion());
    }
  }

  private static List<Outcome> latest(List<Outcome> all) {
    Map<Step, Outcome> latest = new LinkedHashMap<>();
    all.forEach(it -> latest.put(Step.of(it), it));
    return List.copyOf(latest.values());
  }

  /** How well each rule kept its promises, by the rule's name. */
  public List<RuleRecord> rules() {
    Map<String, List<Outcome>> byRule = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      byRule
          .computeIfAbsent(outcome.promise().matter().rule(), none -> new ArrayList<>())
          .add(outcome);
    }
    List<RuleRecord> records = new ArrayList<>();
    byRule.forEach((rule, of) -> records.add(RuleRecord.of(rule, of)));
    return records;
  }

  /**
   * Corrects every estimate that enough outcomes speak about, and says so in its evidence.
   *
   * @param engine of the workflow; empty when unknown
   */
  public Advised correct(Advised advised, String engine) {
    return outcomes.isEmpty()
        ? advised
        : advised.withRecommendations(
            advised.recommendations().stream().map(it -> correct(it, engine)).toList());
  }

  private Recommendation correct(Recommendation it, String engine) {
    Saving saving = it.saving();
    Correction correction = correction(it, engine);
    boolean saves = saving != null && (saving.meanMs() > 0 || saving.money() != null);
    return correction == null || saving == null || !saves
        ? it
        : it.with(
            correction.applied(saving),
            it.evidence().withRows("learned", List.of(correction.evidence(saving))));
  }

  /** What the outcomes say about an estimate; null when there are fewer than ten of its kind. */
  public @Nullable Correction correction(Recommendation it, String engine) {
    List<Outcome> ofRule = clean(outcomes, like -> like.matter().rule().equals(it.rule()));
    List<Outcome> onEngine = clean(ofRule, like -> like.engine().equals(engine));
    List<Outcome> inWorkflow =
        clean(
            onEngine,
            like ->
                like.matter().service().equals(it.service())
                    && like.matter().workflow().equals(it.workflow()));
    String rule = "rule " + it.rule();
    return Correction.of(
        List.of(
            new Scope(rule, ofRule),
            new Scope(rule + " on " + (engine.isEmpty() ? "unknown engines" : engine), onEngine),
            new Scope(rule + " in " + it.service() + ": " + it.workflow(), inWorkflow)));
  }

  private static List<Outcome> clean(List<Outcome> among, Predicate<Promise> like) {
    return among.stream().filter(it -> it.isClean() && like.test(it.promise())).toList();
  }
}
