package io.heddle.core.advice;

import io.heddle.core.replay.Change;
import io.heddle.core.replay.Prediction;
import io.heddle.core.replay.Replay;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.jspecify.annotations.Nullable;

/** First executions in a process that take longer than later ones. */
public final class ColdStartRule implements Rule {
  private static final int PRIORITY = 4;
  private static final int LEAST = 2;
  private static final double NS_PER_MS = 1e6;

  @Override
  public String id() {
    return "cold-start";
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  @Override
  public List<Proposal> examine(Subject subject) {
    SortedMap<String, Temperature> nodes = nodes(subject.nodes());
    double level = subject.standards().thresholds().level() / Math.max(1, nodes.size());
    nodes.values().removeIf(temperature -> !temperature.differs(level));
    if (nodes.isEmpty()) {
      return List.of();
    }
    List<Run> cold = subject.wholeRuns().stream().filter(Run::hasCold).toList();
    Replay replay = Replay.of(cold);
    List<Proposal> proposals = new ArrayList<>();
    nodes.forEach((node, temperature) -> {
      Saving saving = worth(subject, replay, node, temperature);
      if (saving != null && !passedOn(node, nodes, cold)) {
        proposals.add(new Proposal(recommend(subject, node, temperature, saving), List.of()));
      }
    });
    return proposals;
  }

  /** The nodes of which cold executions take longer. */
  private static SortedMap<String, Temperature> nodes(NodeTable table) {
    SortedMap<String, Temperature> nodes = new TreeMap<>();
    table.forEach((node, executions) -> {
      long cold = executions.stream().filter(Execution::cold).count();
      if (cold >= LEAST && executions.size() - cold >= LEAST) {
        Temperature temperature = new Temperature(executions, (int) cold);
        if (temperature.tells()) {
          nodes.put(node, temperature);
        }
      }
    });
    return nodes;
  }

  /** What the cold runs would save, spread over all runs. */
  private static @Nullable Saving worth(
      Subject subject, Replay cold, String node, Temperature temperature) {
    long warmNs = (long) temperature.warmNs();
    Change.Treatment warmUp =
        new Change.Treatment() {
          @Override
          public long duration(Run run, Execution execution, long before) {
            return execution.cold() ? Math.min(before, warmNs) : before;
          }
        };
    if (cold.runs().stream().noneMatch(run -> holds(run, node))) {
      return null;
    }
    Prediction prediction = cold.ask(List.of(new Change.Each(node, warmUp)));
    Saving saving =
        subject.saving(prediction, (double) prediction.replayed() / subject.wholeRuns().size());
    return subject.matters(saving.meanMs()) && saving.intervalMs().low() > 0 ? saving : null;
  }

  /** Whether half of what makes the first ones slow is a slow first one below. */
  private static boolean passedOn(String node, Map<String, Temperature> slow, List<Run> runs) {
    Set<String> below = new TreeSet<>();
    for (Run run : runs) {
      for (Execution execution : run.executions().subList(1, run.executions().size())) {
        if (execution.parent() >= 0
            && run.executions().get(execution.parent()).node().equals(node)
            && !execution.node().equals(node)
            && slow.containsKey(execution.node())) {
          below.add(execution.node());
        }
      }
    }
    double excess =
        below.stream()
            .map(slow::get)
            .filter(Objects::nonNull)
            .mapToDouble(Temperature::excessNs)
            .sum();
    Temperature own = slow.get(node);
    return own != null && 2 * excess >= own.excessNs();
  }

  private static boolean holds(Run run, String node) {
    return run.executions().stream().anyMatch(e -> e.parent() >= 0 && e.node().equals(node));
  }

  private Recommendation recommend(
      Subject subject, String node, Temperature temperature, Saving saving) {
    return new Draft(subject, this, Category.PERFORMANCE, List.of(node))
        .title("The first %s of a process is slow".formatted(node))
        .evidence(
            Facts.none()
                .with("coldMs", temperature.coldNs() / NS_PER_MS)
                .with("warmMs", temperature.warmNs() / NS_PER_MS)
                .with("coldExecutions", temperature.cold.length)
                .with("warmExecutions", temperature.warm.length))
        .saving(saving)
        .effort(Level.LOW)
        .risk(Level.LOW)
        .steps(
            "Run " + node + " once while the process starts, before it takes work.",
            "Open connection pools and load models and classes at start.",
            "Let processes live longer where that is possible.")
        .example(EngineWords.of(subject.engine()).warmUp(node))
        .done();
  }

  /** How long cold and warm executions of one node took, in ns. */
  private static final class Temperature {
    private final double[] cold;
    private final double[] warm;

    Temperature(List<Execution> executions, int howManyCold) {
      cold = new double[howManyCold];
      warm = new double[executions.size() - howManyCold];
      int colds = 0;
      int warms = 0;
      for (Execution execution : executions) {
        if (execution.cold()) {
          cold[colds++] = execution.durationNs();
        } else {
          warm[warms++] = execution.durationNs();
        }
      }
    }

    boolean tells() {
      return coldNs() > warmNs();
    }

    /** Whether cold ones take longer than chance explains. */
    boolean differs(double level) {
      return MannWhitneyUTest.withDefaults()
              .with(AlternativeHypothesis.GREATER_THAN)
              .test(cold, warm)
              .getPValue()
          <= level;
    }

    double excessNs() {
      return coldNs() - warmNs();
    }

    double coldNs() {
      return Arrays.stream(cold).average().orElse(0);
    }

    double warmNs() {
      return Arrays.stream(warm).average().orElse(0);
    }
  }
}
