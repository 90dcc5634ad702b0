package io.heddle.runs;

import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/**
 * As many threads as there are processors, for work on many runs. A thread that waits for a part of
 * its work is stood in for: the common pool has one thread fewer, and lets it wait.
 */
public final class Crew {
  private static final int MOST = 256;

  /**
   * Does the work and what it forks in threads that end afterwards; its unchecked exceptions and
   * errors go to the caller.
   */
  public static <T> T work(Callable<T> work) {
    int threads = Runtime.getRuntime().availableProcessors();
    ForkJoinPool pool =
        new ForkJoinPool(
            threads,
            ForkJoinPool.defaultForkJoinWorkerThreadFactory,
            null,
            false,
            threads,
            MOST,
            threads,
            saturated -> true,
            1,
            TimeUnit.SECONDS);
    try {
      return pool.submit(work).join();
    } finally {
      pool.shutdown();
    }
  }

  private Crew() {}
}
