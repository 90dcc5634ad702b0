package io.heddle.core.blueprint;

import io.heddle.core.blueprint.StaticProfile.Node;
import io.heddle.core.blueprint.StaticProfile.Totals;
import io.heddle.core.statistics.Profile;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Computes static profiles of one definition. Immutable. */
public final class Profiler {
  private static final int FOLDS = 2;

  private final Blueprint blueprint;
  private final Assumptions assumptions;

  /** Prepares a definition, which may be damaged. */
  public Profiler(Blueprint blueprint, Assumptions assumptions) {
    this.blueprint = blueprint.repaired();
    this.assumptions = assumptions;
  }

  /** The profile without any measurement. */
  public StaticProfile profile() {
    return new Draft(null).profile(null, List.of());
  }

  /**
   * The profile from measured runs, as far as they show the nodes.
   *
   * @param runs of any workflows; those that fit the definition best are taken
   */
  public StaticProfile profile(List<Run> runs) {
    Names names = new Names(blueprint);
    Fitting fitting = Fitting.of(runs, blueprint.name(), names);
    if (fitting.runs().isEmpty()) {
      return new Draft(null)
          .profile(null, List.of("no measured run shows a node of the definition"));
    }
    Draft draft = new Draft(new History(blueprint, names, fitting.runs()));
    return draft.profile(error(names, fitting.runs()), List.of(fitting.note()));
  }

  /** Each half of the runs is compared with an estimate from the other half. */
  private EstimateError error(Names names, List<Run> runs) {
    List<Double> errors = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int judged = fold;
      List<Run> judgedRuns = part(runs, i -> i % FOLDS == judged);
      List<Run> others = runs.size() == 1 ? runs : part(runs, i -> i % FOLDS != judged);
      if (!judgedRuns.isEmpty()) {
        double estimate = new Draft(new History(blueprint, names, others)).runMs();
        judgedRuns.forEach(run -> errors.add(percentOff(estimate, run)));
      }
    }
    double unmeasured = new Draft(null).runMs();
    return new EstimateError(
        median(errors),
        errors.size(),
        median(runs.stream().map(run -> percentOff(unmeasured, run)).toList()));
  }

  private static List<Run> part(List<Run> runs, IntPredicate wanted) {
    return IntStream.range(0, runs.size()).filter(wanted).mapToObj(runs::get).toList();
  }

  private static double percentOff(double estimateMs, Run run) {
    double ms = Math.max(1e-6, Profile.durationNs(run) / 1e6);
    return 100 * Math.abs(estimateMs - ms) / ms;
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** One network with one set of beliefs. */
  private final class Draft {
    private final Network network;
    private final List<Estimate> estimates;
    private final Passage passage;

    Draft(@Nullable History history) {
      Beliefs beliefs = new Beliefs(assumptions, history);
      network = new Network(blueprint, beliefs);
      estimates = network.nodes.stream().map(beliefs::estimate).toList();
      passage = new Passage(network, estimates);
    }

    double runMs() {
      return passage.times().criticalPathMs();
    }

    StaticProfile profile(@Nullable EstimateError error, List<String> remarks) {
      Parallelism parallelism = new Parallelism(network, passage, estimates);
      Passage.Times times = passage.times();
      Passage.Memory memory = passage.memory();
      List<String> notes = new ArrayList<>(blueprint.notes());
      notes.addAll(new Remarks(network, estimates, assumptions).lines());
      notes.addAll(remarks);
      return new StaticProfile(
          blueprint.name(),
          blueprint.format(),
          nodes(parallelism),
          blueprint.edges(),
          passage.avoidable(),
          new Totals(
              times.serialMs(),
              times.criticalPathMs(),
              times.bestMs(),
              memory.peakBytes(),
              memory.peakGpuBytes(),
              parallelism.groups().stream().map(this::ids).toList()),
          Score.of(
              times, memory.bestPeakBytes(), assumptions.memoryLimitBytes(), largestShare(times)),
          error,
          notes);
    }

    private List<Node> nodes(Parallelism parallelism) {
      int[] fanIn = new int[network.nodes.size()];
      int[] fanOut = new int[network.nodes.size()];
      blueprint.edges().stream()
          .map(edge -> List.of(index(edge.from()), index(edge.to())))
          .distinct()
          .forEach(pair -> {
            fanOut[pair.get(0)]++;
            fanIn[pair.get(1)]++;
          });
      return Arrays.stream(network.order())
          .filter(vertex -> vertex < network.nodes.size())
          .mapToObj(i ->
              new Node(
                  network.nodes.get(i),
                  estimates.get(i),
                  passage.executions(i),
                  fanIn[i],
                  fanOut[i],
                  parallelism.isParallel(i)))
          .toList();
    }

    private int index(String id) {
      Integer index = network.wiring.node(id);
      return index == null ? -1 : index;
    }

    private List<String> ids(List<Integer> group) {
      return group.stream().map(i -> network.nodes.get(i).id()).sorted().toList();
    }

    private double largestShare(Passage.Times times) {
      double largest =
          IntStream.range(0, estimates.size())
              .mapToDouble(i -> estimates.get(i).ms() * passage.executions(i))
              .max()
              .orElse(0);
      return times.serialMs() > 0 ? largest / times.serialMs() : 0;
    }
  }
}
