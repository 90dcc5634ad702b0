package io.heddle.instrumentation.testkit.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Works on 10,000 platform threads, and on 100,000 virtual ones where there are any. */
public final class CrowdProgram {
  private static final int WAVES = 50;
  private static final int THREADS = 200;
  private static final int VIRTUAL = 100_000;

  private static final LongAdder SUM = new LongAdder();

  private CrowdProgram() {}

  /** Prints how many threads have worked, then the sum of their work. */
  public static void main(String[] arguments) throws Exception {
    long threads = platform() + virtual();
    System.out.println(threads);
    System.out.println("sum " + SUM.sum());
  }

  static void run() {
    SUM.add(node(1));
  }

  static int node(int number) {
    Thread.yield();
    return number + 1;
  }

  private static long platform() throws InterruptedException {
    for (int wave = 0; wave < WAVES; wave++) {
      List<Thread> started = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Thread thread = new Thread(null, CrowdProgram::run, "crowd", 256 * 1024);
        thread.start();
        started.add(thread);
      }
      for (Thread thread : started) {
        thread.join();
      }
    }
    return (long) WAVES * THREADS;
  }

  private static long virtual() throws Exception {
    ExecutorService executor;
    try {
      executor =
          (ExecutorService)
              Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException olderJdk) {
      return 0;
    }
    for (int i = 0; i < VIRTUAL; i++) {
      executor.execute(CrowdProgram::run);
    }
    executor.shutdown();
    if (!executor.awaitTermination(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("still running");
    }
    return VIRTUAL;
  }
}
