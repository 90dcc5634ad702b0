package io.heddle.core;

import io.heddle.core.advice.Recommendation;
import io.heddle.core.advice.Saving;
import io.heddle.core.statistics.Cost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts recommendations about several workflows in one order: by the share that each saves of the
 * time of all runs, or of their cost, whichever is larger. Equal ones keep the order they have in
 * their workflow.
 *
 * @param timeMs of all runs
 * @param cost of all runs whose cost is known
 */
record Ranking(double timeMs, double cost) {
  private record Placed(Recommendation recommendation, double share) {}

  static List<Recommendation> of(List<WorkflowAnalysis> workflows) {
    Ranking ranking =
        new Ranking(
            workflows.stream().mapToDouble(Ranking::timeMs).sum(),
            workflows.stream().mapToDouble(Ranking::cost).sum());
    List<Placed> placed = new ArrayList<>();
    for (WorkflowAnalysis workflow : workflows) {
      long runs = workflow.statistics().runs();
      workflow
          .advised()
          .recommendations()
          .forEach(it -> placed.add(new Placed(it, ranking.share(it.saving(), runs))));
    }
    placed.sort(Comparator.comparingDouble(Placed::share).reversed());
    return placed.stream().map(Placed::recommendation).toList();
  }

  private static double timeMs(WorkflowAnalysis workflow) {
    return workflow.statistics().durationMs().mean() * workflow.statistics().runs();
  }

  private static double cost(WorkflowAnalysis workflow) {
    Cost cost = workflow.statistics().cost();
    return cost == null ? 0 : cost.amount().doubleValue();
  }

  private double share(@Nullable Saving saving, long runs) {
    if (saving == null) {
      return 0;
    }
    Saving.Money money = saving.money();
    double ofCost = money == null ? 0 : runs * money.cost().amount().doubleValue() / cost;
    double ofTime = timeMs == 0 ? 0 : runs * saving.meanMs() / timeMs;
    return Math.max(ofTime, cost == 0 ? 0 : ofCost);
  }
}
