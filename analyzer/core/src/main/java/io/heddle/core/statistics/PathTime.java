package io.heddle.core.statistics;

/**
 * Time on critical paths. The path of a run whose end nobody saw lacks what came last: it is asked
 * only when there is no other. Not thread-safe.
 */
final class PathTime {
  private long finishedNs;
  private long seenNs;

  void add(long ns, boolean finished) {
    if (finished) {
      finishedNs += ns;
    } else {
      seenNs += ns;
    }
  }

  void merge(PathTime other) {
    finishedNs += other.finishedNs;
    seenNs += other.seenNs;
  }

  /** The share of a whole, of which this is a part; 0 of nothing. */
  double of(PathTime whole) {
    long part = whole.finishedNs > 0 ? finishedNs : seenNs;
    long all = whole.finishedNs > 0 ? whole.finishedNs : whole.seenNs;
    return all == 0 ? 0 : (double) part / all;
  }
}
