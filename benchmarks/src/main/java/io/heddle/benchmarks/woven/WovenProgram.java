package io.heddle.benchmarks.woven;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;

/**
 * Woven methods without a body, called in bursts that fit into the ring, with pauses in which the
 * drain empties it: a ring that is full drops its records, and dropping is faster than recording.
 * Prints how long each pair of bursts took, and fails unless there are as many records as calls.
 * Started by {@link Rows}, which brings the agent.
 */
final class WovenProgram {
  /** How a line begins that tells of two bursts. */
  static final String PAIR = "pair";

  private WovenProgram() {}

  public static void main(String[] args) throws Exception {
    Plan plan = Plan.of(args);
    Books books = new Books();
    List<Bursts> all = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < plan.threads(); i++) {
      Bursts bursts = new Bursts(plan, books);
      all.add(bursts);
      threads.add(start(bursts, plan.virtual()));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    all.forEach(WovenProgram::print);
    System.out.println(books.close());
  }

  /** On JDK 17 there is nothing to call by name. */
  private static Thread start(Runnable task, boolean virtual)
      throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
    if (virtual) {
      return (Thread)
          Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    }
    Thread thread = new Thread(task, "bursts");
    thread.start();
    return thread;
  }

  private static void print(Bursts bursts) {
    for (Pairs.Pair pair : bursts.pairs().all()) {
      System.out.println(PAIR + " " + pair.floorNs() + " " + pair.callsNs());
    }
    System.out.println("checksum " + bursts.checksum());
  }
}
