package io.heddle.benchmarks.woven;

/**
 * One thread's bursts, floor and calls in turn, each after a pause of its own: both see the same
 * machine, whose neighbours slow it down for seconds. Confined to its thread, then read.
 */
final class Bursts implements Runnable {
  private final Calls calls;
  private final Books books;
  private final boolean unpredicted;
  private final long warmUpNs;
  private final long measuredNs;
  private final Pairs pairs = new Pairs();
  private long sum;

  Bursts(Plan plan, Books books) {
    this.calls = plan.calls();
    this.books = books;
    this.unpredicted = plan.unpredicted();
    this.warmUpNs = plan.warmUp().toNanos();
    this.measuredNs = plan.measured().toNanos();
  }

  @Override
  public void run() {
    inRun(warmUpNs);
    pairs.clear();
    inRun(measuredNs);
  }

  private void inRun(long nanos) {
    Application.open();
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      pair();
    }
    Application.close();
    books.expect(1);
  }

  private void pair() {
    long floorNs = time(Calls.FLOOR);
    books.await();
    if (unpredicted) {
      Application.forgetPredictions();
    }
    pairs.add(floorNs, time(calls));
    books.expect(Calls.BURST);
    books.await();
  }

  private long time(Calls burst) {
    long begin = System.nanoTime();
    sum += burst.burst();
    return System.nanoTime() - begin;
  }

  /** What was measured. */
  Pairs pairs() {
    return pairs;
  }

  /** Keeps the loops from being optimised away. */
  long checksum() {
    return sum;
  }
}
