package io.heddle.core.statistics;

import io.heddle.runs.Execution;
import io.heddle.runs.Usage;
import org.jspecify.annotations.Nullable;

/** What is kept of the executions of one node. Not thread-safe. */
final class NodeProfile {
  private final Sketch durations = new Sketch();
  private final Sketch waits = new Sketch();
  private final Sketch firstTokens = new Sketch();
  private final Mean self = new Mean();
  private final Mean cpu = new Mean();
  private final Mean allocated = new Mean();
  private final Latest latest = new Latest();
  private final Consumption consumption = new Consumption();
  private final PathTime path = new PathTime();
  private @Nullable String type;
  private long executions;
  private long errors;
  private long attempts;
  private long cold;
  private long cacheHits;

  void add(Execution execution, long selfNs) {
    durations.add(execution.durationNs());
    self.add(selfNs);
    cpu.add(execution.evidence().cpuNs());
    allocated.add(execution.evidence().allocBytes());
    latest.add(execution);
    type = first(type, execution.type());
    if (execution.waitNs() >= 0) {
      waits.add(execution.waitNs());
    }
    count(execution);
  }

  void add(Usage usage) {
    consumption.add(usage);
    Long firstTokenNs = usage.firstTokenNs();
    if (firstTokenNs != null) {
      firstTokens.add(firstTokenNs);
    }
  }

  void addPath(long ns, boolean finished) {
    path.add(ns, finished);
  }

  void merge(NodeProfile other) {
    durations.merge(other.durations);
    waits.merge(other.waits);
    firstTokens.merge(other.firstTokens);
    self.merge(other.self);
    cpu.merge(other.cpu);
    allocated.merge(other.allocated);
    latest.merge(other.latest);
    consumption.merge(other.consumption);
    type = other.type == null ? type : first(type, other.type);
    executions += other.executions;
    errors += other.errors;
    attempts += other.attempts;
    cold += other.cold;
    cacheHits += other.cacheHits;
    path.merge(other.path);
  }

  NodeStatistics statistics(
      NodeKey key, PathTime total, PriceTable prices, @Nullable Leverage leverage) {
    Double cpuNs = cpu.value();
    return new NodeStatistics(
        key,
        type == null ? "" : type,
        new NodeStatistics.Counts(executions, errors, attempts, cold, cacheHits),
        durations.milliseconds(),
        durations.variance(),
        milliseconds(self),
        waits.distribution(),
        firstTokens.distribution(),
        latest.durationsMs(),
        path.of(total),
        leverage == null ? null : leverage.dragMs(),
        leverage == null ? null : leverage.slackMs(),
        cpuNs == null ? null : cpuNs / 1e6,
        allocated.value(),
        consumption.tokens(),
        consumption.cost(prices),
        consumption.reported());
  }

  private void count(Execution execution) {
    executions++;
    errors += execution.error() == null ? 0 : 1;
    attempts += execution.attempt() > 1 ? 1 : 0;
    cold += execution.cold() ? 1 : 0;
    cacheHits += "hit".equals(execution.evidence().cache()) ? 1 : 0;
  }

  private static double milliseconds(Mean ns) {
    Double value = ns.value();
    return value == null ? 0 : value / 1e6;
  }

  private static String first(@Nullable String one, String other) {
    return one == null || one.compareTo(other) > 0 ? other : one;
  }
}
