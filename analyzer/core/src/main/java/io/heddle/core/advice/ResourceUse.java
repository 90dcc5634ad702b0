package io.heddle.core.advice;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the executions of one node used while they ran.
 *
 * @param measured those whose CPU time or allocation is known
 * @param outer whether most of what it used was used by something below it
 */
record ResourceUse(String node, List<Execution> measured, boolean outer) {

  /** By name of the node; one that only waits for what is below it is left out. */
  static List<ResourceUse> of(List<Run> runs) {
    Map<String, List<Execution>> measured = new TreeMap<>();
    Map<String, long[]> below = new TreeMap<>();
    for (Run run : runs) {
      for (Execution execution : run.executions().subList(1, run.executions().size())) {
        if (isMeasured(execution)) {
          measured.computeIfAbsent(execution.node(), none -> new ArrayList<>()).add(execution);
          if (execution.parent() >= 0) {
            String parent = run.executions().get(execution.parent()).node();
            add(below.computeIfAbsent(parent, none -> new long[2]), execution);
          }
        }
      }
    }
    List<ResourceUse> uses = new ArrayList<>();
    measured.forEach((node, of) -> {
      long[] own = new long[2];
      of.forEach(execution -> add(own, execution));
      long[] inner = below.getOrDefault(node, new long[2]);
      uses.add(new ResourceUse(node, of, 2 * inner[0] > own[0] || 2 * inner[1] > own[1]));
    });
    return uses.stream().filter(use -> !use.outer).toList();
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
    List<Execution> known =
        executions.stream().filter(it -> it.evidence().cpuNs() != null).toList();
    double body = known.stream().mapToLong(Execution::durationNs).sum();
    double cpu = known.stream().mapToLong(ResourceUse::cpuNs).sum();
    return body == 0 ? null : cpu / body;
  }

  /** Per execution; null when nobody measured. */
  @Nullable Double allocBytes() {
    long[] known =
        measured.stream()
            .filter(it -> it.evidence().allocBytes() != null)
            .mapToLong(ResourceUse::allocBytes)
            .toArray();
    return known.length == 0 ? null : (double) Arrays.stream(known).sum() / known.length;
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
