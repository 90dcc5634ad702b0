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

  private final long[] readyNs;
  private final long[] durationNs;

  private Workers(List<Execution> executions) {
    List<Execution> byReady =
        executions.stream().sorted(Comparator.comparingLong(Workers::readyNs)).toList();
    readyNs = byReady.stream().mapToLong(Workers::readyNs).toArray();
    durationNs = byReady.stream().mapToLong(Execution::durationNs).toArray();
  }

  /**
   * The smallest number of workers that cuts the wait by 80 %.
   *
   * @return null when no number of workers explains the recorded wait, so that others must have
   *     held them
   */
  static @Nullable Integer needed(List<Execution> executions) {
    Workers workers = new Workers(executions);
    double recorded = executions.stream().mapToLong(Execution::waitNs).sum();
    int fewest = workers.fewest((1 - CUT) * recorded);
    int close = fewest > MOST ? fewest : workers.fewest((1 + CLOSE) * recorded);
    return close <= fewest && fewest <= MOST && workers.waitNs(close) >= (1 - CLOSE) * recorded
        ? Integer.valueOf(fewest)
        : null;
  }

  /**
   * More workers never wait longer, so that the number is found by halves; above the most if none.
   */
  private int fewest(double mostNs) {
    int too = 0;
    int enough = 1;
    while (enough <= MOST && waitNs(enough) > mostNs) {
      too = enough;
      enough *= 2;
    }
    while (enough - too > 1) {
      int middle = (too + enough) / 2;
      if (middle <= MOST && waitNs(middle) > mostNs) {
        too = middle;
      } else {
        enough = middle;
      }
    }
    return enough;
  }

  private double waitNs(int workers) {
    PriorityQueue<Long> free = new PriorityQueue<>();
    double wait = 0;
    for (int i = 0; i < readyNs.length; i++) {
      long start = free.size() < workers ? readyNs[i] : Math.max(readyNs[i], free.remove());
      wait += start - readyNs[i];
      free.add(start + durationNs[i]);
    }
    return wait;
  }

  private static long readyNs(Execution execution) {
    return execution.startNs() - execution.waitNs();
  }
}
