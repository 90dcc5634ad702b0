package io.heddle.instrumentation.testkit.toy;

import java.lang.reflect.InvocationTargetException;

/** Strikes the agent's drain thread with all that Java offers, and goes on working. */
public final class StrikingProgram {
  /** How often it works, with a strike before each time but the first. */
  public static final int ROUNDS = 4;

  private StrikingProgram() {}

  public static void main(String[] arguments) throws Exception {
    int sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      sum += work(round);
      strike();
    }
    System.out.println("sum " + sum);
  }

  static int work(int round) {
    return node(round) + 1;
  }

  static int node(int round) {
    return 2 * round;
  }

  private static void strike() throws Exception {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("heddle-drain")) {
        awaitSleep(thread);
        stop(thread);
        thread.interrupt();
      }
    }
  }

  /** Stopped while it initializes a class of the JDK, a thread would spoil it for all others. */
  private static void awaitSleep(Thread thread) {
    while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  /** Newer JDKs refuse. */
  private static void stop(Thread thread) throws ReflectiveOperationException {
    try {
      Thread.class.getMethod("stop").invoke(thread);
    } catch (InvocationTargetException | NoSuchMethodException refused) {
      thread.interrupt();
    }
  }
}
