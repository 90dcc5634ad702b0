package io.heddle.instrumentation.langgraph4j;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Finds the open node that owns a state object, on whatever thread it is read. A fixed table,
 * because an entry is made for every node: lock-free, and nothing is allocated.
 */
final class OpenStates {
  private static final int SLOTS = 1 << 14;
  private static final int PROBES = 16;

  private final AtomicReferenceArray<@Nullable OpenNode> table = new AtomicReferenceArray<>(SLOTS);

  /**
   * Enters an open node under its state.
   *
   * @return its slot; negative when that part of the table is full
   */
  int enter(Object state, OpenNode node) {
    int first = System.identityHashCode(state);
    for (int i = 0; i < PROBES; i++) {
      int slot = first + i & SLOTS - 1;
      if (table.getPlain(slot) == null && table.compareAndSet(slot, null, node)) {
        return slot;
      }
    }
    return -1;
  }

  void leave(int slot) {
    if (slot >= 0) {
      table.setRelease(slot, null);
    }
  }

  @Nullable OpenNode find(Object state) {
    int first = System.identityHashCode(state);
    for (int i = 0; i < PROBES; i++) {
      OpenNode node = table.getAcquire(first + i & SLOTS - 1);
      if (node != null && node.reads(state)) {
        return node;
      }
    }
    return null;
  }
}
