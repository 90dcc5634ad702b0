package io.heddle.core.replay;

import io.heddle.core.statistics.Leverage;
import io.heddle.core.statistics.NodeKey;
import io.heddle.core.statistics.NodeNumbers;
import io.heddle.core.statistics.Telling;
import io.heddle.runs.Chronology;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs of one workflow, ready to be run again under changes, several at once. Immutable; the order
 * in which runs are given does not matter.
 */
public final class Replay {
  private static final double NS_PER_MS = 1e6;

  private final List<Run> runs;
  private final Places places = new Places();
  private final List<ReplayedRun> replayed;
  private final SortedSet<String> names;
  private final Beliefs beliefs;
  private final EdgeCounts edges;
  private final List<Run> replayedRuns;
  private final Definitions definitions;
  private final double[] measured;

  private Replay(List<Run> runs) {
    this.runs = runs;
    names = names(runs);
    definitions = new Definitions(runs);
    List<Integer> positions =
        Telling.most(
            IntStream.range(0, runs.size()).boxed().toList(), i -> Telling.of(runs.get(i)));
    replayedRuns = positions.stream().map(runs::get).toList();
    List<Layout> layouts = ClockNoise.read(replayedRuns, places);
    List<KnownEdges> known =
        layouts.parallelStream()
            .map(layout -> new KnownEdges(layout, definitions.of(layout.run)))
            .toList();
    beliefs = new LimitSearch(layouts, known).refine(Beliefs.of(layouts));
    replayed =
        IntStream.range(0, layouts.size())
            .parallel()
            .mapToObj(i -> new ReplayedRun(positions.get(i), layouts.get(i), known.get(i), beliefs))
            .toList();
    EdgeCensus census = new EdgeCensus();
    replayed.forEach(run -> run.countEdges(census));
    edges = census.counts();
    measured = ms(run -> runs.get(run.position()).root().durationNs());
  }

  /**
   * Prepares the runs.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Replay of(List<Run> runs) {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("there is no run to replay");
    }
    return new Replay(Chronology.of(runs));
  }

  /** All runs by start, those too that are not replayed. */
  public List<Run> runs() {
    return runs;
  }

  /** The runs that are replayed: those that tell the most, see {@link Telling}. */
  public List<Run> replayedRuns() {
    return replayedRuns;
  }

  /**
   * Replays every run with all changes at once.
   *
   * @throws IllegalArgumentException when a change names a node that no run has
   */
  public Prediction ask(List<Change> changes) {
    return outcome(changes).prediction();
  }

  /**
   * The same without the interval and the percentiles, which cost more than the replay: for who
   * first looks whether the mean matters.
   */
  public Outcome outcome(List<Change> changes) {
    for (Change change : changes) {
      change.names().forEach(this::check);
    }
    Question question = new Question(changes, runs, places);
    BitSet filling = new BitSet();
    for (int i = 0; i < replayed.size(); i++) {
      filling.set(i, question.fills(replayed.get(i).position()));
    }
    return new Outcome(this, measured, ms(run -> run.replay(question)), filling);
  }

  Prediction prediction(Spread measured, Spread predicted, double meanMs, Interval intervalMs) {
    return new Prediction(
        runs.get(0).workflow().name(),
        runs.size(),
        replayed.size(),
        edges,
        limit(),
        measured,
        predicted,
        meanMs,
        intervalMs);
  }

  /** What a replay of the changes leaves as it was, although it might move. */
  public List<Caveat> caveats(List<Change> changes) {
    Set<String> changed = new TreeSet<>();
    changes.forEach(change -> changed.addAll(change.names()));
    return new Caveats(changed, limit() != null).among(replayedRuns);
  }

  /** How many executions one run was seen to allow at once; null when no limit showed. */
  public @Nullable Integer limit() {
    return beliefs.limits().lowest();
  }

  /** The graphs that the runs carry. */
  public Definitions definitions() {
    return definitions;
  }

  /** Drag and slack of every node and operation. */
  public SortedMap<NodeKey, Leverage> leverage() {
    return leverage(replayed);
  }

  /** The same over groups of runs; what may run when is still inferred over all of them. */
  public <G extends @Nullable Object> Map<G, Map<NodeKey, Leverage>> leverageBy(
      Function<Run, G> group) {
    Map<G, List<ReplayedRun>> groups = new HashMap<>();
    for (ReplayedRun run : replayed) {
      groups
          .computeIfAbsent(group.apply(runs.get(run.position())), none -> new ArrayList<>())
          .add(run);
    }
    Map<G, Map<NodeKey, Leverage>> leverages = new HashMap<>();
    groups.forEach((key, of) -> leverages.put(key, leverage(of)));
    return leverages;
  }

  private SortedMap<NodeKey, Leverage> leverage(List<ReplayedRun> of) {
    List<NodeKey> nodes = places.keys();
    return of.parallelStream()
        .collect(
            () -> new LeverageSums(nodes.size()),
            (sums, run) -> run.collect(sums),
            LeverageSums::merge)
        .over(of.size(), nodes);
  }

  private double[] ms(ToLongFunction<ReplayedRun> ns) {
    return replayed.parallelStream().mapToDouble(run -> ns.applyAsLong(run) / NS_PER_MS).toArray();
  }

  private void check(String node) {
    if (!names.contains(node)) {
      throw new IllegalArgumentException(
          "unknown node '"
              + node
              + "'; "
              + (names.isEmpty()
                  ? "the runs have no nodes"
                  : "known are " + String.join(", ", names)));
    }
  }

  private static SortedSet<String> names(List<Run> runs) {
    NodeNumbers numbers = new NodeNumbers();
    for (Run run : runs) {
      for (Execution execution : run.executions()) {
        if (execution.index() > 0) {
          numbers.of(execution);
        }
      }
    }
    SortedSet<String> names = new TreeSet<>();
    for (int node = 0; node < numbers.size(); node++) {
      names.add(numbers.key(node).node());
    }
    return names;
  }
}
