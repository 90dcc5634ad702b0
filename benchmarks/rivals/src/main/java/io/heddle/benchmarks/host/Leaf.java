package io.heddle.benchmarks.host;

/** The method that every agent is asked to measure: it does next to nothing. */
public final class Leaf {
  private long calls;

  /** Returns its argument and counts. */
  public long node(long value) {
    calls++;
    return value;
  }

  /** How often {@link #node} ran. */
  long calls() {
    return calls;
  }
}
