package io.heddle.core.comparison;

import io.heddle.core.path.Overlap;
import io.heddle.runs.Run;
import java.util.List;

/**
 * What changed between two groups of runs. Only workflows with runs in both groups are compared;
 * runs with a cold execution, or without an end, are left out unless a group holds no others.
 *
 * @param workflows the largest change of the mean run first
 * @param services the largest share of the change first
 */
public record Comparison(List<ComparedWorkflow> workflows, List<ServiceDelta> services) {
  public Comparison {
    workflows = List.copyOf(workflows);
    services = List.copyOf(services);
  }

  /** Compares the groups; the order of the runs does not matter. */
  public static Comparison of(
      List<Run> base, List<Run> current, Overlap overlap, Thresholds thresholds) {
    return new Comparer(overlap, thresholds).compare(base, current);
  }

  /** The same over all runs, those with a cold execution too: for changes to first runs. */
  public static Comparison withColdRuns(
      List<Run> base, List<Run> current, Overlap overlap, Thresholds thresholds) {
    return new Comparer(overlap, thresholds).withColdRuns().compare(base, current);
  }

  /** Some workflow became significantly slower, or fails significantly more often. */
  public boolean regressed() {
    return workflows.stream().anyMatch(ComparedWorkflow::regressed);
  }

  /**
   * What a service adds to the change of all workflows.
   *
   * @param deltaMs mean over the workflows, weighted by their current runs
   */
  public record ServiceDelta(String service, double deltaMs, boolean significant) {
    ServiceDelta plus(ServiceDelta other) {
      return new ServiceDelta(service, deltaMs + other.deltaMs, significant || other.significant);
    }
  }
}
