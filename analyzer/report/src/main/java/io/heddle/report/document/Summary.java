package io.heddle.report.document;

import io.heddle.core.path.AggregatePath;
import io.heddle.core.path.PathAggregate;
import io.heddle.core.statistics.Cost;
import io.heddle.core.statistics.Distribution;
import io.heddle.core.statistics.WorkflowStatistics;
import io.heddle.runs.Tokens;
import io.heddle.runs.WorkflowKey;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sentences about a workflow. */
public final class Summary {
  /** Whose workflow it is, in which version, and how many runs were seen. */
  public static String identity(WorkflowStatistics statistics) {
    return identity(statistics.workflow(), statistics.runs(), statistics.failedRuns())
        + withoutEnd(statistics.unfinishedRuns());
  }

  /** How many runs were abandoned, behind the runs that failed; nothing for none. */
  static String withoutEnd(long unfinished) {
    return unfinished == 0 ? "" : " · %s without an end".formatted(Units.count(unfinished));
  }

  static String identity(WorkflowKey workflow, long runs, long failed) {
    String version = workflow.version();
    return "%s%s · %s · %s failed"
        .formatted(
            workflow.service(),
            version == null ? "" : " · version " + version,
            runs(runs),
            Units.count(failed));
  }

  /** How long the runs take. */
  public static String duration(WorkflowStatistics statistics) {
    Distribution ms = statistics.durationMs();
    return "A run takes %s on average: p50 %s, p95 %s, p99 %s, from %s to %s."
        .formatted(
            Units.ms(ms.mean()),
            Units.ms(ms.p50()),
            Units.ms(ms.p95()),
            Units.ms(ms.p99()),
            Units.ms(ms.min()),
            Units.ms(ms.max()));
  }

  /** What runs without an end do to the times; empty when there are none. */
  public static Optional<String> unfinished(WorkflowStatistics statistics) {
    long unfinished = statistics.unfinishedRuns();
    if (unfinished == 0) {
      return Optional.empty();
    }
    return Optional.of(
        unfinished == statistics.runs()
            ? "Nobody saw a run end, so the times say how long runs were seen: the least they took."
            : "Nobody saw the end of %s, left out of the times of runs, critical paths, trends and replays."
                .formatted(runs(unfinished)));
  }

  /** What the runs consumed in all; empty when no usage was seen. */
  public static Optional<String> consumption(WorkflowStatistics statistics) {
    Tokens tokens = statistics.tokens();
    if (tokens == null) {
      return Optional.empty();
    }
    return Optional.of(
        "All runs together used %s tokens in and %s out%s%s."
            .formatted(
                Units.count(tokens.input()),
                Units.count(tokens.output()),
                estimate(statistics.cost()),
                reported(statistics.reportedCost())));
  }

  private static String reported(@Nullable BigDecimal cost) {
    return cost == null ? "" : "; the calls themselves say they cost " + Units.amount(cost);
  }

  private static String estimate(@Nullable Cost cost) {
    return cost == null
        ? ""
        : ", about %s (an estimate by prices of %s)".formatted(Units.cost(cost), cost.date());
  }

  /** Which runs were added up. */
  public static String group(AggregatePath path) {
    boolean other = path.group().equals(PathAggregate.OTHER);
    return "The critical paths of %s %s, added up%s:"
        .formatted(
            runs(path.runs()),
            other ? "of rarer shapes" : "of one shape",
            path.unfinished() ? " as far as they were seen" : "");
  }

  /** What the groups of a workflow lack; empty when they hold all of its runs. */
  static Optional<String> leftOut(AggregatePath path) {
    return path.leftOut() == 0
        ? Optional.empty()
        : Optional.of("Left out: %s whose end nobody saw.".formatted(runs(path.leftOut())));
  }

  /** Runs to look at. */
  public static String exemplars(AggregatePath path) {
    return "Traces: typical %s, p95 %s, p99 %s"
        .formatted(path.exemplars().p50(), path.exemplars().p95(), path.exemplars().p99());
  }

  private static String runs(long runs) {
    return runs == 1 ? "1 run" : Units.count(runs) + " runs";
  }

  private Summary() {}
}
