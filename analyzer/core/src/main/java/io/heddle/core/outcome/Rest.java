package io.heddle.core.outcome;

import io.heddle.core.statistics.NodeKey;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import io.heddle.runs.Usage;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * A group of runs without what a recommendation concerns.
 *
 * @param paths which nodes each run visits
 * @param inputTokens of each run
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Rest(List<Set<NodeKey>> paths, double[] inputTokens) {
  static Rest of(List<Run> runs, Concern concern) {
    return new Rest(
        runs.stream().map(run -> path(run, concern)).toList(),
        runs.stream().mapToDouble(run -> inputTokens(run, concern)).toArray());
  }

  private static Set<NodeKey> path(Run run, Concern concern) {
    Set<NodeKey> visited = new TreeSet<>();
    for (Execution execution : run.executions()) {
      NodeKey node = NodeKey.of(execution);
      if (!concern.includes(node)) {
        visited.add(node);
      }
    }
    return visited;
  }

  private static double inputTokens(Run run, Concern concern) {
    double sum = 0;
    for (Execution execution : run.executions()) {
      Usage usage = execution.usage();
      Long input = usage == null ? null : usage.tokens().input();
      sum += input == null || concern.includes(NodeKey.of(execution)) ? 0 : input;
    }
    return sum;
  }

  double meanInput() {
    return Arrays.stream(inputTokens).average().orElse(0);
  }

  /** Mann-Whitney U; 1 when neither group has any. */
  double inputsDiffer(Rest other) {
    return meanInput() + other.meanInput() == 0
        ? 1
        : MannWhitneyUTest.withDefaults().test(inputTokens, other.inputTokens).getPValue();
  }
}
