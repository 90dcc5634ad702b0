package io.heddle.recorder;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How often one run came to each node. Thread-safe; allocates nothing for nodes that existed when
 * the run began.
 */
final class VisitCounts {
  private static final VarHandle COUNTS = MethodHandles.arrayElementVarHandle(int[].class);

  private final int[] counts;

  /** Of nodes that are younger than the run, which is rare. */
  private volatile @Nullable Map<Integer, AtomicInteger> late;

  VisitCounts(int nodes) {
    counts = new int[nodes];
  }

  /** The number of this visit, from 1. */
  int visit(int node) {
    return add(node, 1);
  }

  /** Takes back a visit that was another try of the one before; the number of that one. */
  int revisit(int node) {
    return Math.max(1, add(node, -1));
  }

  private int add(int node, int delta) {
    if (node < counts.length) {
      return (int) COUNTS.getAndAdd(counts, node, delta) + delta;
    }
    return late().computeIfAbsent(node, n -> new AtomicInteger()).addAndGet(delta);
  }

  private Map<Integer, AtomicInteger> late() {
    Map<Integer, AtomicInteger> present = late;
    return present == null ? makeLate() : present;
  }

  private synchronized Map<Integer, AtomicInteger> makeLate() {
    Map<Integer, AtomicInteger> made = late == null ? new ConcurrentHashMap<>() : late;
    late = made;
    return made;
  }
}
