package io.heddle.benchmarks.host;

/** What any timing of a call must pay: two readings of the clock. No agent is told of it. */
final class Floor {
  private long spent;

  long node(long value) {
    long begin = System.nanoTime();
    long result = value;
    spent += System.nanoTime() - begin;
    return result;
  }

  long spent() {
    return spent;
  }
}
