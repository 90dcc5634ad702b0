package io.heddle.benchmarks.host;

/** The method around the leaves: a transaction, a root span, a run, as each agent calls it. */
public final class Job {
  private final Leaf leaf = new Leaf();
  private final Floor floor = new Floor();
  private long insideNs;

  /** Calls the measured method that many times. */
  public long burst(int calls) {
    long begin = System.nanoTime();
    long sum = 0;
    for (int i = 0; i < calls; i++) {
      sum += leaf.node(i);
    }
    insideNs = System.nanoTime() - begin;
    return sum;
  }

  /** The same with the floor in place of the measured method. */
  long floorBurst(int calls) {
    long begin = System.nanoTime();
    long sum = 0;
    for (int i = 0; i < calls; i++) {
      sum += floor.node(i);
    }
    insideNs = System.nanoTime() - begin;
    return sum;
  }

  /** What the last burst took from its first call to its last, without what lies around them. */
  long insideNs() {
    return insideNs;
  }

  long leafCalls() {
    return leaf.calls();
  }

  long floorSpent() {
    return floor.spent();
  }
}
