package io.heddle.core.blueprint;

import io.heddle.core.blueprint.BlueprintEdge.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The decisions of a network: which arcs exclude each other, and how likely each outcome is. */
final class Choices {
  /** An arc that no decision concerns. */
  static final int FREE = -1;

  /** An arc that is taken unless its source fails. */
  static final int NO_EXCEPTION = -1;

  private static final double EXCEPTION = 0.05;
  private static final double EXCEPTIONS_AT_MOST = 0.5;
  private static final double MAYBE = 0.5;

  /** For each arc its decision, or {@link #FREE}. */
  final int[] decision;

  /** For each arc with a decision the outcome that takes it, or {@link #NO_EXCEPTION}. */
  final int[] outcome;

  private final List<Decision> decisions = new ArrayList<>();
  private final Arc[] arcs;
  private final ToDoubleFunction<Arc> known;

  /**
   * A draw among outcomes.
   *
   * @param regular outcomes from here on are exceptions
   * @param probabilities that add up to 1
   */
  record Decision(int regular, List<Double> probabilities) {
    Decision {
      probabilities = List.copyOf(probabilities);
    }
  }

  /**
   * Finds the decisions.
   *
   * @param arcs sorted by their source
   * @param known how likely an arc is by itself; NaN when nobody knows
   */
  Choices(Arc[] arcs, ToDoubleFunction<Arc> known) {
    this.arcs = arcs;
    this.known = known;
    decision = new int[arcs.length];
    outcome = new int[arcs.length];
    Arrays.fill(decision, FREE);
    for (int from = 0; from < arcs.length; ) {
      int to = from;
      while (to < arcs.length && arcs[to].from() == arcs[from].from()) {
        to++;
      }
      decide(from, to);
      from = to;
    }
  }

  List<Decision> decisions() {
    return decisions;
  }

  /** Whether the arc is taken under these outcomes, one a decision, once its source has ended. */
  boolean taken(int arc, int[] outcomes) {
    if (decision[arc] == FREE) {
      return true;
    }
    int drawn = outcomes[decision[arc]];
    return outcome[arc] == NO_EXCEPTION
        ? drawn < decisions.get(decision[arc]).regular()
        : drawn == outcome[arc];
  }

  private void decide(int from, int to) {
    Map<String, List<Integer>> exceptions = byOutcome(from, to, Kind.EXCEPTION);
    Map<String, List<Integer>> exclusive = byOutcome(from, to, Kind.ONE_OF);
    if (!exceptions.isEmpty() || exclusive.size() > 1 || isMissed(exclusive)) {
      decide(from, to, exclusive, exceptions);
    }
    byOutcome(from, to, Kind.MAYBE).values().forEach(this::maybe);
  }

  /** A single outcome that is known to be missed now and then needs a decision too. */
  private boolean isMissed(Map<String, List<Integer>> exclusive) {
    return exclusive.size() == 1 && share(exclusive.values().iterator().next()) < 1;
  }

  private void decide(
      int from,
      int to,
      Map<String, List<Integer>> exclusive,
      Map<String, List<Integer>> exceptions) {
    List<List<Integer>> outcomes = new ArrayList<>(exclusive.values());
    if (isMissed(exclusive)) {
      outcomes.add(List.of());
    }
    double[] regular = regular(outcomes);
    double[] exceptional = exceptional(exceptions);
    double rest = 1 - Arrays.stream(exceptional).sum();
    double[] all = Arrays.copyOf(regular, regular.length + exceptional.length);
    for (int i = 0; i < all.length; i++) {
      all[i] = i < regular.length ? regular[i] * rest : exceptional[i - regular.length];
    }
    outcomes.addAll(exceptions.values());
    int number = decisions.size();
    int shift = exclusive.isEmpty() ? 1 : 0;
    for (int i = 0; i < outcomes.size(); i++) {
      for (int arc : outcomes.get(i)) {
        decision[arc] = number;
        outcome[arc] = i + shift;
      }
    }
    decisions.add(new Decision(regular.length, Arrays.stream(all).boxed().toList()));
    for (int arc = from; arc < to; arc++) {
      if (arcs[arc].kind() == Kind.ALWAYS && !exceptions.isEmpty()) {
        decision[arc] = number;
        outcome[arc] = NO_EXCEPTION;
      }
    }
  }

  private double[] regular(List<List<Integer>> outcomes) {
    if (outcomes.isEmpty()) {
      return new double[] {1};
    }
    double[] shares = outcomes.stream().mapToDouble(this::share).toArray();
    double told = Arrays.stream(shares).filter(share -> !Double.isNaN(share)).sum();
    long silent = Arrays.stream(shares).filter(Double::isNaN).count();
    for (int i = 0; i < shares.length; i++) {
      if (Double.isNaN(shares[i])) {
        shares[i] = Math.max(0, 1 - told) / silent;
      }
    }
    return normal(shares);
  }

  private double[] exceptional(Map<String, List<Integer>> exceptions) {
    double[] shares =
        exceptions.values().stream()
            .mapToDouble(this::share)
            .map(share -> Double.isNaN(share) ? EXCEPTION : share)
            .toArray();
    double sum = Arrays.stream(shares).sum();
    return sum <= EXCEPTIONS_AT_MOST
        ? shares
        : Arrays.stream(shares).map(share -> share * EXCEPTIONS_AT_MOST / sum).toArray();
  }

  private static double[] normal(double[] shares) {
    double sum = Arrays.stream(shares).sum();
    return sum > 0
        ? Arrays.stream(shares).map(share -> share / sum).toArray()
        : Arrays.stream(shares).map(share -> 1.0 / shares.length).toArray();
  }

  private void maybe(List<Integer> these) {
    double share = share(these);
    double taken = Double.isNaN(share) ? MAYBE : Math.min(1, share);
    for (int arc : these) {
      decision[arc] = decisions.size();
      outcome[arc] = 0;
    }
    decisions.add(new Decision(2, List.of(taken, 1 - taken)));
  }

  private double share(List<Integer> these) {
    return these.stream()
        .mapToDouble(arc -> known.applyAsDouble(arcs[arc]))
        .filter(share -> !Double.isNaN(share))
        .max()
        .orElse(Double.NaN);
  }

  private Map<String, List<Integer>> byOutcome(int from, int to, Kind kind) {
    Map<String, List<Integer>> byOutcome = new TreeMap<>();
    for (int i = from; i < to; i++) {
      BlueprintEdge edge = arcs[i].edge();
      if (edge != null && edge.kind() == kind) {
        byOutcome.computeIfAbsent(label(arcs[i], edge), unused -> new ArrayList<>()).add(i);
      }
    }
    return byOutcome;
  }

  /** Behind a loop the decisions of several nodes meet. */
  private static String label(Arc arc, BlueprintEdge edge) {
    return arc.hard() ? edge.from() + "\n" + edge.outcome() : edge.outcome();
  }
}
