package io.heddle.core.advice;

import io.heddle.runs.Execution;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A bad habit of one node. Each sign returns null when the node does not show it.
 *
 * @param what in a few words, the same for the same matter
 * @param facts what shows it
 * @param example in the engine's words
 */
record Habit(String what, String title, Facts facts, String step, String example) {
  private static final int LEAST_RETRIES = 10;
  private static final long NO_BACKOFF_NS = 5_000_000;
  private static final int UNBOUNDED = 100;
  private static final int LEAST_CALLS = 20;
  private static final long ENDLESS_NS = 60_000_000_000L;
  private static final int ENDLESS_TIMES = 20;
  private static final int MANY_ROUNDS = 50;
  private static final int ROUNDS_TIMES = 10;
  private static final double NS_PER_MS = 1e6;

  /** Looks for one habit. */
  interface Sign {
    @Nullable Habit of(List<Run> runs, Tries tries, EngineWords words);
  }

  static final List<Sign> SIGNS =
      List.of(Habit::noBackoff, Habit::vain, Habit::unbounded, Habit::endless, Habit::rounds);

  private static @Nullable Habit noBackoff(List<Run> runs, Tries tries, EngineWords words) {
    long[] pauses = tries.pauses();
    if (pauses.length < LEAST_RETRIES || pauses[pauses.length / 2] >= NO_BACKOFF_NS) {
      return null;
    }
    return new Habit(
        "retries without back-off",
        "%s is tried again at once".formatted(tries.node()),
        Facts.none()
            .with("retries", pauses.length)
            .with("medianPauseMs", pauses[pauses.length / 2] / NS_PER_MS),
        "Wait before each further attempt, twice as long each time, with jitter.",
        words.retry(tries.node()));
  }

  private static @Nullable Habit vain(List<Run> runs, Tries tries, EngineWords words) {
    List<List<Execution>> retried = tries.retried();
    boolean helped = retried.stream().anyMatch(visit -> Tries.last(visit).error() == null);
    if (helped || retried.size() < LEAST_RETRIES) {
      return null;
    }
    return new Habit(
        "retries that never help",
        "No retry of %s ever succeeded".formatted(tries.node()),
        Facts.none()
            .with("retriedVisits", retried.size())
            .with("errorTypes", FailingRule.types(retried.stream().flatMap(List::stream))),
        "Try again only for errors that pass by themselves, and fail at once for the others.",
        words.retry(tries.node()));
  }

  private static @Nullable Habit unbounded(List<Run> runs, Tries tries, EngineWords words) {
    int peak =
        runs.stream()
            .filter(Habit::isLarge)
            .mapToInt(run -> peak(run, tries.node()))
            .max()
            .orElse(0);
    if (peak < UNBOUNDED) {
      return null;
    }
    return new Habit(
        "unbounded parallelism",
        "%d executions of %s run at once".formatted(peak, tries.node()),
        Facts.none().with("atOnce", peak),
        "Bound how many executions of " + tries.node() + " one run may have under way.",
        words.bound(tries.node(), 16));
  }

  /** A call that lasted a minute and many times as long as others was stopped by nobody. */
  private static @Nullable Habit endless(List<Run> runs, Tries tries, EngineWords words) {
    if (tries.longestNs() < ENDLESS_NS) {
      return null;
    }
    List<Execution> calls = tries.attempts().stream().filter(Habit::leaves).toList();
    if (calls.size() < LEAST_CALLS) {
      return null;
    }
    long[] sorted = calls.stream().mapToLong(Execution::durationNs).sorted().toArray();
    long usual = sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
    long longest = sorted[sorted.length - 1];
    if (longest < ENDLESS_NS || longest < ENDLESS_TIMES * usual) {
      return null;
    }
    return new Habit(
        "calls without a time-out",
        "Nobody stops a call of %s that hangs".formatted(tries.node()),
        Facts.none()
            .with("longestMs", longest / NS_PER_MS)
            .with("p95Ms", usual / NS_PER_MS)
            .with("calls", calls.size()),
        "Give the call a time-out of a few times its p95.",
        words.timeout(tries.node(), 3 * usual / NS_PER_MS));
  }

  /** A loop that once went on many times as long as it usually does. */
  private static @Nullable Habit rounds(List<Run> runs, Tries tries, EngineWords words) {
    int most = tries.mostVisits();
    int[] rounds = most < MANY_ROUNDS ? new int[0] : rounds(tries);
    if (rounds.length == 0 || most < ROUNDS_TIMES * rounds[rounds.length / 2]) {
      return null;
    }
    return new Habit(
        "unbounded loop",
        "%s was visited %d times in one run".formatted(tries.node(), most),
        Facts.none().with("mostVisits", most).with("usualVisits", rounds[rounds.length / 2]),
        "Bound the number of rounds, and say what happens when it is reached.",
        words.bound(tries.node(), 2L * rounds[rounds.length / 2]));
  }

  private static boolean leaves(Execution execution) {
    return Outside.leavesProcess(execution) || execution.usage() != null;
  }

  /** The highest visit of each run, sorted. */
  private static int[] rounds(Tries tries) {
    Map<String, Integer> byRun = new HashMap<>();
    tries.attempts().forEach(attempt -> byRun.merge(attempt.traceId(), attempt.visit(), Math::max));
    return byRun.values().stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private static boolean isLarge(Run run) {
    return run.executions().size() > UNBOUNDED;
  }

  private static int peak(Run run, String node) {
    PriorityQueue<Long> ends = new PriorityQueue<>();
    int peak = 0;
    List<Execution> executions = new ArrayList<>(run.executions());
    executions.removeIf(it -> !it.node().equals(node));
    executions.sort(Comparator.comparingLong(Execution::startNs));
    for (Execution execution : executions) {
      while (!ends.isEmpty() && ends.element() <= execution.startNs()) {
        ends.remove();
      }
      ends.add(execution.endNs());
      peak = Math.max(peak, ends.size());
    }
    return peak;
  }
}
