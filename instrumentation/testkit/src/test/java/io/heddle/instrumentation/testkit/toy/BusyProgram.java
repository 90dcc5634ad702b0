package io.heddle.instrumentation.testkit.toy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Several threads that work out the same number again and again. Answers each line of standard
 * input with how often it came out wrong, once every thread has worked it out anew.
 */
public final class BusyProgram {
  private static final int THREADS = 8;
  private static final int STEPS = 200;
  private static final long REST_NS = TimeUnit.MILLISECONDS.toNanos(5);

  private final long expected = run(1);
  private final AtomicLong wrong = new AtomicLong();
  private final AtomicLong rounds = new AtomicLong();

  public static void main(String[] arguments) throws IOException {
    BusyProgram program = new BusyProgram();
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(program::work);
      thread.setDaemon(true);
      thread.start();
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (in.readLine() != null) {
      System.out.println("wrong " + program.wrongAfterMoreRounds());
    }
  }

  private void work() {
    while (true) {
      if (run(1) != expected) {
        wrong.incrementAndGet();
      }
      rounds.incrementAndGet();
      LockSupport.parkNanos(REST_NS);
    }
  }

  private long wrongAfterMoreRounds() {
    long enough = rounds.get() + 2 * THREADS;
    while (rounds.get() < enough) {
      Thread.onSpinWait();
    }
    return wrong.get();
  }

  /** The run. */
  long run(long seed) {
    long sum = seed;
    for (int i = 0; i < STEPS; i++) {
      sum = sum * 31 + tried(sum);
    }
    return sum;
  }

  /** A node with a handler of its own. */
  private long tried(long value) {
    try {
      if ((value & 7) == 0) {
        throw new IllegalStateException("expected");
      }
      return halved(value);
    } catch (IllegalStateException expectedToo) {
      return -1;
    }
  }

  /** A node in a node. */
  private static synchronized long halved(long value) {
    return value < 0 ? value / 2 : -value;
  }
}
