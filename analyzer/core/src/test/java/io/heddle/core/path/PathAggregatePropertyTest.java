package io.heddle.core.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.runs.Run;
import io.heddle.runs.WorkflowKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PathAggregatePropertyTest {
  private static final int CASES = 200;

  @Test
  void merged_inAnyOrderAndGrouping_isTheWhole() {
    for (int seed = 0; seed < CASES; seed++) {
      List<Run> runs = runs(seed);
      AggregatePath whole = aggregate(group(runs));
      Collections.shuffle(runs, new Random(seed));
      int one = new Random(seed).nextInt(runs.size());
      int other = one + new Random(seed).nextInt(runs.size() - one);
      List<List<Run>> parts =
          List.of(runs.subList(0, one), runs.subList(one, other), runs.subList(other, runs.size()));
      assertThat(aggregate(leftFirst(parts))).as("seed %d", seed).isEqualTo(whole);
      assertThat(aggregate(rightFirst(parts))).as("seed %d", seed).isEqualTo(whole);
    }
  }

  @Test
  void exemplars_areRunsOfTheirRank() {
    for (int seed = 0; seed < CASES; seed++) {
      List<Run> runs = runs(seed);
      AggregatePath.Exemplars exemplars = aggregate(group(runs)).exemplars();
      assertThat(durationNs(runs, exemplars.p50())).isEqualTo(ranked(runs, 0.50));
      assertThat(durationNs(runs, exemplars.p95())).isEqualTo(ranked(runs, 0.95));
      assertThat(durationNs(runs, exemplars.p99())).isEqualTo(ranked(runs, 0.99));
    }
  }

  @Test
  void sharesAndFoldedStacks_addUpToTheTimeOfTheRuns() {
    for (int seed = 0; seed < CASES; seed++) {
      List<Run> runs = runs(seed);
      long allNs = runs.stream().mapToLong(run -> run.root().durationNs()).sum();
      double sharedMs =
          aggregate(group(runs)).nodes().stream().mapToDouble(AggregatePath.Share::meanMs).sum();
      assertThat(Math.round(sharedMs * runs.size() * 1e6)).as("seed %d", seed).isEqualTo(allNs);
      FoldedStacks stacks = new FoldedStacks();
      runs.forEach(run -> CriticalPath.of(run, Overlap.STRICT).forEach(stacks::add));
      assertThat(micros(stacks)).as("seed %d", seed).isEqualTo(allNs / 1_000);
    }
  }

  private static long micros(FoldedStacks stacks) {
    return stacks.lines().stream()
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .mapToLong(Long::parseLong)
        .sum();
  }

  /** Of one trace each. */
  private static List<Run> runs(int seed) {
    return new ArrayList<>(
        IntStream.range(0, 1 + seed % 60)
            .mapToObj(i -> named(RandomRuns.unlinked(seed * 60L + i), "trace-" + i))
            .toList());
  }

  private static Run named(Run run, String traceId) {
    return new Run(
        run.workflow(), traceId, traceId, true, run.executions(), run.graph(), run.flags());
  }

  private static PathGroup group(List<Run> runs) {
    PathGroup group = new PathGroup();
    runs.forEach(run -> group.add(run, CriticalPath.of(run, Overlap.TOLERANT)));
    return group;
  }

  private static PathGroup leftFirst(List<List<Run>> parts) {
    PathGroup left = group(parts.get(0));
    left.merge(group(parts.get(1)));
    left.merge(group(parts.get(2)));
    return left;
  }

  private static PathGroup rightFirst(List<List<Run>> parts) {
    PathGroup right = group(parts.get(2));
    right.merge(group(parts.get(1)));
    right.merge(group(parts.get(0)));
    return right;
  }

  private static AggregatePath aggregate(PathGroup group) {
    return group.aggregate(
        new WorkflowKey("s0", "root", null), "group", new PathAggregate.Rest(0, false));
  }

  private static long durationNs(List<Run> runs, String traceId) {
    return runs.stream()
        .filter(run -> run.traceId().equals(traceId))
        .mapToLong(run -> run.root().durationNs())
        .findFirst()
        .orElseThrow();
  }

  /** The smallest duration that at least such a share of the runs does not exceed. */
  private static long ranked(List<Run> runs, double share) {
    LongStream durations = runs.stream().mapToLong(run -> run.root().durationNs()).sorted();
    return durations
        .skip(Math.max(0, (long) Math.ceil(share * runs.size() - 1e-9) - 1))
        .findFirst()
        .orElseThrow();
  }
}
