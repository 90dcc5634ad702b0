package io.heddle.core.advice;

import io.heddle.core.statistics.NodeNumbers;
import io.heddle.runs.Evidence;
import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the executions of one node used while they ran. Unknown counts as nothing. */
final class ResourceUse {
  private final String node;
  private final List<Execution> measured = new ArrayList<>();
  private long bodyNs;
  private long cpuNs;
  private long allocated;
  private long allocBytes;

  private ResourceUse(String node) {
    this.node = node;
  }

  /** By name of the node; one that only waits for what is below it is left out. */
  static List<ResourceUse> of(Subject subject) {
    Map<String, ResourceUse> below = below(subject.replay().replayedRuns());
    List<ResourceUse> uses = new ArrayList<>();
    subject
        .replayedNodes()
        .forEach((node, executions) -> {
          ResourceUse use = new ResourceUse(node);
          executions.forEach(use::add);
          ResourceUse inner = below.get(node);
          boolean outer = inner != null && inner.isMostOf(use);
          if (!use.measured.isEmpty() && !outer) {
            uses.add(use);
          }
        });
    return uses;
  }

  /** What was used right below the executions of each node. */
  private static Map<String, ResourceUse> below(List<Run> runs) {
    NodeNumbers numbers = new NodeNumbers();
    List<ResourceUse> byName = new ArrayList<>();
    for (Run run : runs) {
      List<Execution> executions = run.executions();
      for (Execution execution : executions) {
        int name = numbers.nameOf(execution);
        if (name == byName.size()) {
          byName.add(new ResourceUse(execution.node()));
        }
        if (execution.parent() >= 0) {
          byName.get(numbers.nameOf(executions.get(execution.parent()))).count(execution);
        }
      }
    }
    return byName.stream().collect(Collectors.toMap(use -> use.node, Function.identity()));
  }

  private void add(Execution execution) {
    Evidence evidence = execution.evidence();
    if (evidence.cpuNs() != null || evidence.allocBytes() != null) {
      measured.add(execution);
      count(execution);
    }
  }

  private void count(Execution execution) {
    Long cpu = execution.evidence().cpuNs();
    if (cpu != null) {
      bodyNs += execution.durationNs();
      cpuNs += cpu;
    }
    Long bytes = execution.evidence().allocBytes();
    if (bytes != null) {
      allocated++;
      allocBytes += bytes;
    }
  }

  private boolean isMostOf(ResourceUse use) {
    return 2 * cpuNs > use.cpuNs || 2 * allocBytes > use.allocBytes;
  }

  String node() {
    return node;
  }

  /** Those whose CPU time or allocation is known. */
  List<Execution> measured() {
    return measured;
  }

  /** CPU time over duration; null when nobody measured. */
  @Nullable Double cpuShare() {
    return bodyNs == 0 ? null : (double) cpuNs / bodyNs;
  }

  static @Nullable Double cpuShare(List<Execution> executions) {
    ResourceUse use = new ResourceUse("");
    executions.forEach(use::count);
    return use.cpuShare();
  }

  /** Whether an execution computed at least that share of its time. */
  boolean everComputes(double share) {
    for (Execution execution : measured) {
      long cpu = cpuNs(execution);
      if (cpu > 0 && cpu >= share * execution.durationNs()) {
        return true;
      }
    }
    return false;
  }

  /** Per execution; null when nobody measured. */
  @Nullable Double allocBytes() {
    return allocated == 0 ? null : (double) allocBytes / allocated;
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
