package io.heddle.instrumentation.testkit.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Calls one method a thousand times in each run: paced, or as fast as it can. */
public final class VolumeProgram {
  public static final int CALLS = 1_000;

  private int sum;

  /**
   * Works.
   *
   * @param arguments threads, runs of each, milliseconds from the begin of one to that of the next
   */
  public static void main(String[] arguments) throws InterruptedException {
    int runs = Integer.parseInt(arguments[1]);
    long periodNs = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(arguments[2]));
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
      threads.add(new Thread(() -> new VolumeProgram().work(runs, periodNs)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void work(int runs, long periodNs) {
    long next = System.nanoTime();
    for (int i = 0; i < runs; i++) {
      sum += run();
      next += periodNs;
      LockSupport.parkNanos(next - System.nanoTime());
    }
    System.out.println("sum=" + sum);
  }

  /** The run. */
  int run() {
    int called = 0;
    for (int i = 0; i < CALLS; i++) {
      called += call(i);
    }
    return called;
  }

  /** The node. */
  int call(int number) {
    return number & 3;
  }
}
