package io.heddle.core.advice;

import io.heddle.core.replay.Change;
import io.heddle.core.replay.Prediction;
import io.heddle.core.replay.Replay;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** First executions in a process that take longer than later ones. */
public final class ColdStartRule implements Rule {
  private static final int PRIORITY = 4;
  private static final int LEAST = 3;
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
    List<Run> cold =
        subject.runs().stream()
            .filter(r -> r.executions().stream().anyMatch(Execution::cold))
            .toList();
    if (cold.isEmpty()) {
      return List.of();
    }
    Replay replay = Replay.of(cold);
    List<Proposal> proposals = new ArrayList<>();
    nodes(subject.runs())
        .forEach((node, temperature) -> {
          Saving saving = temperature.tells() ? worth(subject, replay, node, temperature) : null;
          if (saving != null) {
            proposals.add(new Proposal(recommend(subject, node, temperature, saving), List.of()));
          }
        });
    return proposals;
  }

  private static Map<String, Temperature> nodes(List<Run> runs) {
    Map<String, Temperature> nodes = new TreeMap<>();
    for (Run run : runs) {
      for (Execution execution : run.executions().subList(1, run.executions().size())) {
        nodes.computeIfAbsent(execution.node(), none -> new Temperature()).add(execution);
      }
    }
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
        subject.saving(prediction, (double) prediction.replayed() / subject.runs().size());
    return subject.matters(saving.meanMs()) && saving.intervalMs().low() > 0 ? saving : null;
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
                .with("coldExecutions", temperature.cold)
                .with("warmExecutions", temperature.warm))
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

  /** Cold and warm executions of one node. */
  private static final class Temperature {
    private long cold;
    private long warm;
    private double coldTotal;
    private double warmTotal;

    void add(Execution execution) {
      if (execution.cold()) {
        cold++;
        coldTotal += execution.durationNs();
      } else {
        warm++;
        warmTotal += execution.durationNs();
      }
    }

    boolean tells() {
      return cold >= LEAST && warm >= LEAST && coldNs() > warmNs();
    }

    double coldNs() {
      return coldTotal / cold;
    }

    double warmNs() {
      return warmTotal / warm;
    }
  }
}
