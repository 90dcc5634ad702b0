package io.heddle.core.advice;

import io.heddle.core.replay.Change;
import io.heddle.core.replay.Outcome;
import io.heddle.core.replay.Replay;
import io.heddle.runs.Run;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** Asks every rule about a workflow. */
public final class Advice {
  private static final Comparator<Rule> BY_PRIORITY =
      Comparator.comparingInt(Rule::priority).reversed().thenComparing(Rule::id);

  /** Stable, so that the rules' priority decides between equal gains. */
  private static final Comparator<Proposal> MOST_GAIN_FIRST =
      Comparator.comparing(Proposal::recommendation, Recommendation.MOST_GAIN_FIRST);

  /**
   * Advises on the runs of one workflow with all the rules on the class path.
   *
   * @throws IllegalArgumentException when there is no run
   */
  public static Advised of(List<Run> runs, Standards standards) {
    return of(Subject.of(runs, standards), rules());
  }

  /** Advises on runs that are already prepared for replay. */
  public static Advised of(Replay replay, Standards standards) {
    return of(Subject.of(replay, standards), rules());
  }

  static Advised of(Subject subject, List<Rule> rules) {
    List<Proposal> proposals =
        rules.stream().sorted(BY_PRIORITY).toList().parallelStream()
            .flatMap(rule -> rule.examine(subject).stream())
            .sorted(MOST_GAIN_FIRST)
            .toList();
    List<Recommendation> recommendations =
        proposals.stream().map(Proposal::recommendation).toList();
    return new Advised(recommendations, List.of(), score(subject, proposals));
  }

  static List<Rule> rules() {
    return ServiceLoader.load(Rule.class, Advice.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  private static double score(Subject subject, List<Proposal> proposals) {
    List<Change> all = proposals.stream().flatMap(p -> p.changes().stream()).distinct().toList();
    Outcome best = subject.outcome(all);
    double current = best.baseline().meanMs();
    double score = current == 0 ? 100 : 100 * best.predicted().meanMs() / current;
    return Math.max(0, Math.min(100, score));
  }

  private Advice() {}
}
