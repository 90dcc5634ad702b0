package io.heddle.core.replay;

import java.util.Arrays;
import java.util.BitSet;

/** The smallest slack of each node in one run after the other. Not thread-safe. */
final class LeastSlack {
  private static final long UNSEEN = Long.MIN_VALUE;

  private final long[] byNode;
  private final BitSet repeated = new BitSet();
  private final Ints seen = new Ints();

  /** Takes what is known of the nodes of a run. */
  interface Taker {
    /**
     * Takes a node, by its number.
     *
     * @param slackNs the least of its executions
     * @param repeated whether there is more than one
     */
    void take(int node, long slackNs, boolean repeated);
  }

  LeastSlack(int nodes) {
    byNode = new long[nodes];
    Arrays.fill(byNode, UNSEEN);
  }

  /** Adds an execution's slack. */
  void add(int node, long slackNs) {
    if (byNode[node] == UNSEEN) {
      seen.add(node);
      byNode[node] = slackNs;
    } else {
      byNode[node] = Math.min(byNode[node], slackNs);
      repeated.set(node);
    }
  }

  /** Hands over the nodes of the run and forgets them. */
  void drain(Taker taker) {
    while (!seen.isEmpty()) {
      int node = seen.removeLast();
      taker.take(node, byNode[node], repeated.get(node));
      byNode[node] = UNSEEN;
    }
    repeated.clear();
  }
}
