package io.heddle.core.advice;

import io.heddle.core.replay.Change;
import io.heddle.core.replay.Definitions;
import io.heddle.core.replay.Interval;
import io.heddle.core.replay.Outcome;
import io.heddle.core.replay.Prediction;
import io.heddle.core.replay.Replay;
import io.heddle.runs.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The workflow under examination. What several rules look at is collected once. Not thread-safe.
 */
public final class Subject {
  private static final double NS_PER_MS = 1e6;
  private static final double ROUNDING = 1e-9;

  private final Replay replay;
  private final Definitions definitions;
  private final Standards standards;
  private final double meanMs;
  private @Nullable List<Scope> scopes;
  private @Nullable List<Tries> tries;
  private @Nullable NodeTable nodes;
  private @Nullable NodeTable replayedNodes;
  private final Map<Scope, List<Fan>> fans = new HashMap<>();
  private final Map<List<Change>, Outcome> worthwhile = new HashMap<>();

  private Subject(Replay replay, Standards standards) {
    this.replay = replay;
    this.standards = standards;
    definitions = replay.definitions();
    meanMs =
        replay.replayedRuns().stream().mapToLong(r -> r.root().durationNs()).average().orElse(0)
            / NS_PER_MS;
  }

  /** Takes up the runs of one workflow, of which there is at least one. */
  public static Subject of(List<Run> runs, Standards standards) {
    return of(Replay.of(runs), standards);
  }

  /** Takes up the runs of a replay. */
  public static Subject of(Replay replay, Standards standards) {
    return new Subject(replay, standards);
  }

  /** All of the runs by start, cold ones too. */
  public List<Run> runs() {
    return replay.runs();
  }

  /** The replay of the runs. */
  public Replay replay() {
    return replay;
  }

  /** The graphs the runs carry. */
  public Definitions definitions() {
    return definitions;
  }

  /** What a recommendation has to reach. */
  public Standards standards() {
    return standards;
  }

  /** The nodes below each place of the workflow. */
  List<Scope> scopes() {
    if (scopes == null) {
      scopes = Scope.of(runs());
    }
    return scopes;
  }

  /** The visits of each node. */
  List<Tries> tries() {
    if (tries == null) {
      tries = Visits.of(runs(), nodes());
    }
    return tries;
  }

  /** The branches that are declared parallel below a place. */
  List<Fan> fans(Scope scope) {
    return fans.computeIfAbsent(scope, unseen -> Fan.of(unseen, definitions));
  }

  /** The executions of each node in all runs. */
  NodeTable nodes() {
    if (nodes == null) {
      nodes = new NodeTable(runs());
    }
    return nodes;
  }

  /** The same in the runs that are replayed. */
  NodeTable replayedNodes() {
    if (replayedNodes == null) {
      List<Run> replayed = replay.replayedRuns();
      replayedNodes = replayed.size() == runs().size() ? nodes() : new NodeTable(replayed);
    }
    return replayedNodes;
  }

  public String service() {
    return runs().get(0).workflow().service();
  }

  public String workflow() {
    return runs().get(0).workflow().name();
  }

  /** The engine as the agent names it, or as its own attributes tell; empty when unknown. */
  public String engine() {
    return HostEngine.of(runs().get(0));
  }

  /** Mean duration of the runs that are replayed. */
  public double meanMs() {
    return meanMs;
  }

  /** What the changes save, or null when that is too little to speak of or not certain. */
  public @Nullable Saving worth(List<Change> changes) {
    Outcome outcome = outcome(changes);
    if (!matters(0 - outcome.meanMs())) {
      return null;
    }
    Saving saving = saving(outcome.prediction(), 1);
    if (saving.intervalMs().low() <= 0) {
      return null;
    }
    worthwhile.put(changes, outcome);
    return saving;
  }

  /** What the changes do; what is worth a word is not worked out twice. */
  Outcome outcome(List<Change> changes) {
    Outcome known = worthwhile.get(changes);
    return known == null ? replay.outcome(changes) : known;
  }

  /**
   * Whether it may be worth a word that so much time goes away in all runs together. No run gets
   * shorter by more, except where servers are limited and their queue comes into another order.
   */
  boolean mayMatter(double totalNs) {
    double ms = totalNs / NS_PER_MS / replay.replayedRuns().size();
    return replay.limit() != null || matters(ms * (1 + ROUNDING));
  }

  /** Whether so much of a mean run is worth a word. */
  public boolean matters(double ms) {
    return ms > 0 && standards.thresholds().matters(ms, meanMs());
  }

  /**
   * What a prediction promises.
   *
   * @param share how many of the runs it speaks for, from 0 to 1
   */
  Saving saving(Prediction prediction, double share) {
    double saved = 0 - prediction.meanMs() * share;
    Interval whole = prediction.intervalMs().negated();
    Interval interval = new Interval(whole.low() * share, whole.high() * share);
    double current = meanMs();
    return new Saving(saved, current == 0 ? 0 : 100 * saved / current, interval, null);
  }
}
