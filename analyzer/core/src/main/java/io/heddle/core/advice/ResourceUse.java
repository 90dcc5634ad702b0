package io.heddle.core.advice;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the executions of one node used while they ran.
 *
 * @param measured those whose CPU time or allocation is known
 */
record ResourceUse(String node, List<Execution> measured) {

  /** By name of the node; one that only waits for what is below it is left out. */
  static List<ResourceUse> of(Subject subject) {
    Map<String, long[]> below = below(subject.replay().replayedRuns());
    List<ResourceUse> uses = new ArrayList<>();
    subject
        .replayedNodes()
        .forEach((node, executions) -> {
          List<Execution> measured = executions.stream().filter(ResourceUse::isMeasured).toList();
          long[] own = new long[2];
          measured.forEach(execution -> add(own, execution));
          long[] inner = below.getOrDefault(node, new long[2]);
          boolean outer = 2 * inner[0] > own[0] || 2 * inner[1] > own[1];
          if (!measured.isEmpty() && !outer) {
            uses.add(new ResourceUse(node, measured));
          }
        });
    return uses;
  }

  /** What was used right below the executions of each node. */
  private static Map<String, long[]> below(List<Run> runs) {
    Map<String, long[]> below = new HashMap<>();
    for (Run run : runs) {
      for (Execution execution : run.executions()) {
        if (execution.parent() >= 0 && isMeasured(execution)) {
          String parent = run.executions().get(execution.parent()).node();
          add(below.computeIfAbsent(parent, none -> new long[2]), execution);
        }
      }
    }
    return below;
  }

  private static boolean isMeasured(Execution execution) {
    return execution.evidence().cpuNs() != null || execution.evidence().allocBytes() != null;
  }

  private static void add(long[] sums, Execution execution) {
    sums[0] += Objects.requireNonNullElse(execution.evidence().cpuNs(), 0L);
    sums[1] += Objects.requireNonNullElse(execution.evidence().allocBytes(), 0L);
  }

  /** CPU time over duration; null when nobody measured. */
  @Nullable Double cpuShare() {
    return cpuShare(measured);
  }

  static @Nullable Double cpuShare(List<Execution> executions) {
    long body = 0;
    long cpu = 0;
    for (Execution execution : executions) {
      Long known = execution.evidence().cpuNs();
      body += known == null ? 0 : execution.durationNs();
      cpu += known == null ? 0 : known;
    }
    return body == 0 ? null : (double) cpu / body;
  }

  /** Whether an execution computed at least that share of its time. */
  boolean everComputes(double share) {
    for (Execution execution : measured) {
      if (cpuNs(execution) >= share * execution.durationNs() && cpuNs(execution) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Per execution; null when nobody measured. */
  @Nullable Double allocBytes() {
    long known = 0;
    long bytes = 0;
    for (Execution execution : measured) {
      Long allocated = execution.evidence().allocBytes();
      known += allocated == null ? 0 : 1;
      bytes += allocated == null ? 0 : allocated;
    }
    return known == 0 ? null : (double) bytes / known;
  }

  /** 0 when unknown. */
  static long cpuNs(Execution execution) {
    return Objects.requireNonNullElse(execution.evidence().cpuNs(), 0L);
  }

  /** 0 when unknown. */
  static long allocBytes(Execution execution) {
    return Objects.requireNonNullElse(execution.evidence().allocBytes(), 0L);
  }
}
