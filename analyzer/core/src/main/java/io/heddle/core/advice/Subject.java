package io.heddle.core.advice;

import io.heddle.core.replay.Change;
import io.heddle.core.replay.Definitions;
import io.heddle.core.replay.Interval;
import io.heddle.core.replay.Outcome;
import io.heddle.core.replay.Prediction;
import io.heddle.core.replay.Replay;
import io.heddle.core.statistics.Telling;
import io.heddle.runs.Run;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The workflow under examination. What several rules look at is collected once. Thread-safe. */
public final class Subject {
  private static final double NS_PER_MS = 1e6;
  private static final double ROUNDING = 1e-9;

  private final Replay replay;
  private final Definitions definitions;
  private final Standards standards;
  private final double meanMs;
  private final Once<List<Scope>> scopes = new Once<>(() -> Scope.of(runs()));
  private final Once<List<Run>> wholeRuns = new Once<>(this::whole);
  private final Once<NodeTable> nodes = new Once<>(() -> new NodeTable(wholeRuns()));
  private final Once<NodeTable> replayedNodes = new Once<>(this::nodesOfReplayed);
  private final Once<List<Tries>> tries = new Once<>(() -> Visits.of(wholeRuns(), nodes()));
  private final Map<Scope, List<Fan>> fans = new HashMap<>();
  private final Map<List<Change>, Worthwhile> worthwhile =
      Collections.synchronizedMap(new HashMap<>());

  /** What changes do that are worth a word. */
  private record Worthwhile(Outcome outcome, Saving saving) {}

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

  /**
   * All of the runs by start: what was seen in any is evidence, and what was spent in any is spent.
   */
  public List<Run> runs() {
    return replay.runs();
  }

  /**
   * The runs of which the end was seen too, cold ones as well; all when there is none. How often
   * and how long something happens in a run is asked of these.
   */
  public List<Run> wholeRuns() {
    return wholeRuns.get();
  }

  private List<Run> whole() {
    return Telling.most(runs(), Telling::ofColdToo);
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
    return scopes.get();
  }

  /** The visits of each node in the whole runs. */
  List<Tries> tries() {
    return tries.get();
  }

  /** The branches that are declared parallel below a place. */
  List<Fan> fans(Scope scope) {
    synchronized (fans) {
      return fans.computeIfAbsent(scope, unseen -> Fan.of(unseen, definitions));
    }
  }

  /** The executions of each node in the whole runs. */
  NodeTable nodes() {
    return nodes.get();
  }

  /** The same in the runs that are replayed. */
  NodeTable replayedNodes() {
    return replayedNodes.get();
  }

  private NodeTable nodesOfReplayed() {
    List<Run> replayed = replay.replayedRuns();
    return replayed.size() == wholeRuns().size() ? nodes() : new NodeTable(replayed);
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
    Worthwhile known = worthwhile.get(changes);
    if (known != null) {
      return known.saving;
    }
    Outcome outcome = replay.outcome(changes);
    if (!matters(0 - outcome.meanMs())) {
      return null;
    }
    Saving saving = saving(outcome.prediction(), 1);
    if (saving.intervalMs().low() <= 0) {
      return null;
    }
    worthwhile.put(changes, new Worthwhile(outcome, saving));
    return saving;
  }

  /** What the changes do; what is worth a word is not worked out twice. */
  Outcome outcome(List<Change> changes) {
    Worthwhile known = worthwhile.get(changes);
    return known == null ? replay.outcome(changes) : known.outcome;
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
