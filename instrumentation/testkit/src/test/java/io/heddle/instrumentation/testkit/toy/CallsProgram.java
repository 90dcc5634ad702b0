package io.heddle.instrumentation.testkit.toy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Calls one method again and again in one run. Prints the bytes that its thread allocated in the
 * round that took least: what happens once is not a call's.
 */
public final class CallsProgram {
  public static final int ROUNDS = 3;
  public static final int CALLS = 300_000;
  public static final int WARM_UP = 100_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  public static void main(String[] arguments) {
    System.out.println("allocated=" + new CallsProgram().run());
  }

  /** The run. */
  long run() {
    allocatedBy(WARM_UP);
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      least = Math.min(least, allocatedBy(CALLS));
    }
    return least;
  }

  private long allocatedBy(int calls) {
    long before = threads.getCurrentThreadAllocatedBytes();
    int sum = 0;
    for (int i = 0; i < calls; i++) {
      sum += call(i);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    return sum == 1 ? -1 : allocated;
  }

  /** The node. */
  int call(int number) {
    return number & 3;
  }
}
