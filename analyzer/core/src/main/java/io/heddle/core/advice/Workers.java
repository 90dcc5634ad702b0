package io.heddle.core.advice;

import io.heddle.runs.Execution;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** How many workers would do: first come, first served over the ready and body times recorded. */
final class Workers {
  private static final double CUT = 0.8;

  /** How far the wait worked out may be from the recorded one for the workers to be these. */
  private static final double CLOSE = 0.2;

  private static final int MOST = 4_096;

  /**
   * The smallest number of workers that cuts the wait by 80 %.
   *
   * @return null when no number of workers explains the recorded wait, so that others must have
   *     held them
   */
  static @Nullable Integer needed(List<Execution> executions) {
    List<Execution> byReady =
        executions.stream().sorted(Comparator.comparingLong(Workers::readyNs)).toList();
    double recorded = executions.stream().mapToLong(Execution::waitNs).sum();
    boolean explained = false;
    for (int workers = 1; workers <= MOST; workers++) {
      double wait = waitNs(byReady, workers);
      explained |= Math.abs(wait - recorded) <= CLOSE * recorded;
      if (wait <= (1 - CUT) * recorded) {
        return explained ? workers : null;
      }
    }
    return null;
  }

  private static double waitNs(List<Execution> byReady, int workers) {
    PriorityQueue<Long> free = new PriorityQueue<>();
    double wait = 0;
    for (Execution execution : byReady) {
      long ready = readyNs(execution);
      long start = free.size() < workers ? ready : Math.max(ready, free.remove());
      wait += start - ready;
      free.add(start + execution.durationNs());
    }
    return wait;
  }

  private static long readyNs(Execution execution) {
    return execution.startNs() - execution.waitNs();
  }

  private Workers() {}
}
