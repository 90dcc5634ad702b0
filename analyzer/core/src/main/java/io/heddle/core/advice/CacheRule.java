package io.heddle.core.advice;

import io.heddle.core.replay.Change;
import io.heddle.core.replay.Repeats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Work done again for an input whose answer was known and, as far as seen, would be the same. */
public final class CacheRule implements Rule {
  private static final int PRIORITY = 8;
  private static final Duration OTHER_TTL = Duration.ofHours(1);
  private static final double NEARLY_ALL = 0.95;
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1));
  private static final Map<String, Duration> TTL =
      Map.of(
          "llm", Duration.ofHours(24),
          "code", Duration.ofDays(7),
          "http_request", Duration.ofHours(1),
          "knowledge_retrieval", Duration.ofHours(12));

  @Override
  public String id() {
    return "cache";
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  @Override
  public List<Proposal> examine(Subject subject) {
    List<Cacheable> worthwhile = new ArrayList<>();
    List<Saving> savings = new ArrayList<>();
    List<Proposal> proposals = new ArrayList<>();
    for (Cacheable cacheable : Cacheable.of(subject.runs())) {
      boolean may = subject.mayMatter(cacheable.repeats().hitNs(ttl(cacheable)));
      Saving saving = may ? subject.worth(List.of(change(cacheable))) : null;
      if (saving != null) {
        worthwhile.add(cacheable);
        savings.add(saving);
      }
    }
    for (int i = 0; i < worthwhile.size(); i++) {
      Cacheable cacheable = worthwhile.get(i);
      if (worthwhile.stream().noneMatch(other -> other.insteadOf(cacheable))) {
        proposals.add(propose(subject, cacheable, savings.get(i)));
      }
    }
    return proposals;
  }

  private static Change.Cache change(Cacheable cacheable) {
    return new Change.Cache(cacheable.node(), cacheable.below(), ttl(cacheable));
  }

  private static Duration ttl(Cacheable cacheable) {
    return TTL.getOrDefault(cacheable.type(), OTHER_TTL);
  }

  private Proposal propose(Subject subject, Cacheable cacheable, Saving saving) {
    OutsideEffects effects = cacheable.effects(subject.runs());
    Recommendation recommendation =
        new Draft(subject, this, Category.PERFORMANCE, cacheable.path())
            .title("Cache the result of " + String.join(" > ", cacheable.path()))
            .evidence(effects.describe(evidence(cacheable)).with("warning", warning(cacheable)))
            .saving(saving)
            .effort(Level.LOW)
            .risk(cacheable.model() ? Level.LOW : Level.MEDIUM)
            .steps(
                "Check that the result depends on nothing but the input, and that nothing else is"
                    + " meant to happen when it is worked out.",
                "Keep results by input for "
                    + words(ttl(cacheable))
                    + ", and bound the cache's size.",
                "Run the workload again and compare with the predicted interval.")
            .example(example(EngineWords.of(subject.engine()), cacheable))
            .done();
    return new Proposal(recommendation, List.of(change(cacheable)));
  }

  private static String example(EngineWords words, Cacheable cacheable) {
    return cacheable.model()
        ? words.cachedModel(cacheable.path().get(0), ttl(cacheable))
        : words.cached(cacheable.node(), ttl(cacheable));
  }

  private static Facts evidence(Cacheable cacheable) {
    Repeats repeats = cacheable.repeats();
    double executions = repeats.entries().size();
    int hits = repeats.hits(null).size();
    return Facts.none()
        .with("executions", repeats.entries().size())
        .with("distinctInputs", repeats.distinctInputs())
        .with("hits", hits)
        .with("idealHitRate", hits / executions)
        .with("ttlHitRate", repeats.hits(ttl(cacheable)).size() / executions)
        .with("ttl", ttl(cacheable).toString())
        .with("shortestUsefulTtl", shortest(repeats, ttl(cacheable)).toString())
        .with("coldExecutions", cacheable.cold())
        .with("deterministic", cacheable.why());
  }

  /** The shortest that finds nearly all of what the whole one does. */
  private static Duration shortest(Repeats repeats, Duration whole) {
    int hits = repeats.hits(whole).size();
    return STEPS.stream()
        .filter(step -> step.compareTo(whole) < 0)
        .filter(step -> repeats.hits(step).size() >= NEARLY_ALL * hits)
        .findFirst()
        .orElse(whole);
  }

  private static String words(Duration ttl) {
    return ttl.toHours() > 24 ? ttl.toDays() + " days" : ttl.toHours() + " h";
  }

  private static String warning(Cacheable cacheable) {
    return cacheable.model()
        ? "An answer from the cache is the same each time, also where variety was wanted."
        : "What the node does outside the workflow's state was not fully observed: a hit skips it.";
  }
}
