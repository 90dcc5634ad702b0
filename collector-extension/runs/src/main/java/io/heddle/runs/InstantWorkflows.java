package io.heddle.runs;

import java.util.BitSet;
import java.util.List;

/**
 * Workflows whose spans begin and end at once, as SDKs write them that may not hold a span open
 * while a workflow sleeps. They last until the last span below them has ended.
 */
final class InstantWorkflows {
  private final BitSet positions = new BitSet();

  void add(int position) {
    positions.set(position);
  }

  boolean isEmpty() {
    return positions.isEmpty();
  }

  /** Gives them their time; the executions are in order, parents first. */
  void stretch(List<Execution> executions) {
    if (positions.isEmpty()) {
      return;
    }
    long[] latest = new long[executions.size()];
    for (int i = latest.length - 1; i >= 0; i--) {
      Execution execution = executions.get(i);
      latest[i] = Math.max(latest[i], execution.endNs());
      if (positions.get(i)) {
        executions.set(i, execution.until(latest[i]));
      }
      if (execution.parent() >= 0) {
        latest[execution.parent()] = Math.max(latest[execution.parent()], latest[i]);
      }
    }
  }
}
