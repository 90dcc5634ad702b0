package io.heddle.core.comparison;

import io.heddle.core.path.CriticalPath;
import io.heddle.core.path.Overlap;
import io.heddle.core.path.Section;
import io.heddle.core.statistics.NodeKey;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where the time of one run went, in milliseconds.
 *
 * @param startNs when it started
 * @param attributes of the root
 * @param causes path time; sums to the duration
 * @param services the same, by the service it is charged to
 * @param nodes mean execution of each node
 * @param failures executions and failures of each node, the root included
 */
record RunTimes(
    long startNs,
    Map<String, String> attributes,
    double durationMs,
    Map<Cause, Double> causes,
    Map<String, Double> services,
    Map<NodeKey, Double> nodes,
    Map<NodeKey, Failures> failures,
    Run run) {
  private static final double NS_PER_MS = 1e6;

  static RunTimes of(Run run, Overlap overlap) {
    Map<Cause, Double> causes = new TreeMap<>();
    Map<String, Double> services = new TreeMap<>();
    Repeated repeated = new Repeated(run);
    for (Section section : CriticalPath.of(run, overlap).get(0).sections()) {
      double ms = section.durationNs() / NS_PER_MS;
      causes.merge(repeated.cause(section), ms, Double::sum);
      services.merge(Cause.of(section).chargedTo(), ms, Double::sum);
    }
    return new RunTimes(
        run.root().startNs(),
        run.root().attributes(),
        run.root().durationNs() / NS_PER_MS,
        causes,
        services,
        means(run),
        failures(run),
        run);
  }

  /** The names of the nodes that the run visits. */
  Set<String> way() {
    return run.executions().stream()
        .filter(it -> it.role() == Execution.Role.NODE)
        .map(Execution::node)
        .collect(Collectors.toSet());
  }

  private static Map<NodeKey, Double> means(Run run) {
    Map<NodeKey, Double> sums = new TreeMap<>();
    Map<NodeKey, Integer> counts = new TreeMap<>();
    for (Execution execution : run.executions()) {
      if (execution.role() != Execution.Role.ROOT) {
        sums.merge(NodeKey.of(execution), execution.durationNs() / NS_PER_MS, Double::sum);
        counts.merge(NodeKey.of(execution), 1, Integer::sum);
      }
    }
    sums.replaceAll((node, sum) -> sum / counts.getOrDefault(node, 1));
    return sums;
  }

  private static Map<NodeKey, Failures> failures(Run run) {
    Map<NodeKey, Failures> failures = new TreeMap<>();
    for (Execution execution : run.executions()) {
      Failures one = new Failures(execution.error() == null ? 0 : 1, 1);
      failures.merge(NodeKey.of(execution), one, Failures::plus);
    }
    return failures;
  }
}
