package io.heddle.core.blueprint;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** All scenarios of a network, added up. */
final class Passage {
  /** Times per run: sums, and of the longest chain as written and at best. */
  record Times(double serialMs, double criticalPathMs, double bestMs) {}

  /** Memory at the worst instant of the worst scenario, as written and at best. */
  record Memory(double peakBytes, double bestPeakBytes, double peakGpuBytes) {}

  private final Network network;
  private final List<Estimate> estimates;
  private final Plan plan;
  private final double[] likely;
  private final BitSet[] scenariosOf;
  private double serialMs;
  private double criticalPathMs;
  private double bestMs;
  private double peak;
  private double bestPeak;
  private double gpuPeak;

  /**
   * Runs through all scenarios.
   *
   * @param estimates of the nodes, in their order
   */
  Passage(Network network, List<Estimate> estimates) {
    this.network = network;
    this.estimates = estimates;
    plan = new Plan(network, waits());
    likely = new double[estimates.size()];
    scenariosOf = new BitSet[estimates.size()];
    Arrays.setAll(scenariosOf, i -> new BitSet());
    Scenarios scenarios = new Scenarios(network.choices.decisions(), most(estimates.size()));
    int[] outcomes = new int[network.choices.decisions().size()];
    for (int way = 0; way < scenarios.size(); way++) {
      double weight = scenarios.draw(way, outcomes);
      if (weight > 0) {
        plan.follow(outcomes);
        plan.collectAvoidable(outcomes);
        add(way, weight);
      }
    }
  }

  /** Fewer ways in a huge definition, so that the whole stays a matter of seconds. */
  private static int most(int nodes) {
    return Math.max(16, Math.min(Scenarios.MOST, 1_000_000 / Math.max(1, nodes)));
  }

  Times times() {
    return new Times(serialMs, Math.min(criticalPathMs, serialMs), bestMs);
  }

  Memory memory() {
    return new Memory(peak, bestPeak, gpuPeak);
  }

  /** Executions of a node in a mean run. */
  double executions(int node) {
    return likely[node] * network.rounds.executions(node);
  }

  /** The scenarios in which the node runs. */
  BitSet scenariosOf(int node) {
    return scenariosOf[node];
  }

  /** Edges that are waited for although no data needs it. */
  List<BlueprintEdge> avoidable() {
    return plan.avoidable.stream()
        .mapToObj(arc -> network.arcs[arc].edge())
        .filter(edge -> edge != null)
        .distinct()
        .sorted()
        .toList();
  }

  private double[] waits() {
    double[] waits = new double[network.vertices()];
    for (int i = 0; i < estimates.size(); i++) {
      waits[i] = estimates.get(i).ms() * network.rounds.waves(i);
    }
    return waits;
  }

  private void add(int way, double weight) {
    double end = 0;
    double bestEnd = 0;
    for (int vertex = 0; vertex < network.vertices(); vertex++) {
      if (plan.active[vertex]) {
        end = Math.max(end, plan.ends[vertex]);
        bestEnd = Math.max(bestEnd, plan.bestEnds[vertex]);
      }
    }
    criticalPathMs += weight * end;
    bestMs += weight * bestEnd;
    for (int node = 0; node < estimates.size(); node++) {
      if (plan.active[node]) {
        likely[node] += weight;
        scenariosOf[node].set(way);
        serialMs += weight * estimates.get(node).ms() * network.rounds.executions(node);
      }
    }
    peak = Math.max(peak, peak(plan.starts, plan.ends, Estimate::memoryBytes));
    bestPeak = Math.max(bestPeak, peak(plan.bestStarts, plan.bestEnds, Estimate::memoryBytes));
    gpuPeak = Math.max(gpuPeak, peak(plan.starts, plan.ends, Estimate::gpuBytes));
  }

  /** Sweeps over starts and ends; a node that takes no time still holds its memory. */
  private double peak(double[] starts, double[] ends, ToDoubleFunction<Estimate> bytes) {
    int[] nodes =
        IntStream.range(0, estimates.size())
            .filter(node -> plan.active[node] && bytes.applyAsDouble(estimates.get(node)) > 0)
            .toArray();
    int[] byStart = sorted(nodes, Comparator.comparingDouble(node -> starts[node]));
    int[] byEnd =
        sorted(
            nodes,
            Comparator.<Integer>comparingDouble(node -> ends[node])
                .thenComparingDouble(node -> starts[node]));
    double held = 0;
    double most = 0;
    int ended = 0;
    for (int node : byStart) {
      double now = starts[node];
      while (ends[byEnd[ended]] <= now && starts[byEnd[ended]] < now) {
        held -= held(byEnd[ended++], bytes);
      }
      held += held(node, bytes);
      most = Math.max(most, held);
    }
    return most;
  }

  private double held(int node, ToDoubleFunction<Estimate> bytes) {
    return bytes.applyAsDouble(estimates.get(node)) * network.rounds.width(node);
  }

  private static int[] sorted(int[] nodes, Comparator<Integer> order) {
    return Arrays.stream(nodes).boxed().sorted(order).mapToInt(Integer::intValue).toArray();
  }
}
