package io.heddle.instrumentation.langgraph4j;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Finds the open node that owns a state object, on whatever thread it is read. A run enters its
 * node once, and who reads elsewhere looks through them; only where there are more runs at a time
 * than places, each node is entered under its state, whose identity costs more than all else.
 * Lock-free; allocates nothing.
 */
final class OpenStates {
  /** Where a node is that cannot be found. */
  static final int NOWHERE = -1;

  private static final int PLACES = 1 << 10;
  private static final int SLOTS = 1 << 14;
  private static final int PROBES = 16;

  /** First the places of runs, then a table by the states' identities. */
  private final AtomicReferenceArray<@Nullable OpenNode> nodes;

  private final AtomicInteger used = new AtomicInteger();
  private final int places;

  /** Plain: a node is entered before its state is handed to whoever looks for it. */
  private boolean byState;

  OpenStates() {
    this(PLACES);
  }

  OpenStates(int places) {
    this.places = places;
    this.nodes = new AtomicReferenceArray<>(places + SLOTS);
  }

  /**
   * Enters the node of a run whatever state it is opened with.
   *
   * @return its place; negative when all are taken
   */
  int enter(OpenNode node) {
    for (int place = 0; place < places; place++) {
      if (nodes.getPlain(place) == null && nodes.compareAndSet(place, null, node)) {
        use(place + 1);
        return place;
      }
    }
    return NOWHERE;
  }

  private void use(int count) {
    int known = used.get();
    while (known < count && !used.compareAndSet(known, count)) {
      known = used.get();
    }
  }

  /**
   * Enters an open node under its state.
   *
   * @return its place; negative when that part of the table is full
   */
  int enter(Object state, OpenNode node) {
    byState = true;
    int first = System.identityHashCode(state);
    for (int i = 0; i < PROBES; i++) {
      int place = slot(first + i);
      if (nodes.getPlain(place) == null && nodes.compareAndSet(place, null, node)) {
        return place;
      }
    }
    return NOWHERE;
  }

  /** Forgets the node at its place, once. */
  void leave(OpenNode node, int place) {
    if (place >= 0) {
      nodes.compareAndSet(place, node, null);
    }
  }

  @Nullable OpenNode find(Object state) {
    int end = used.get();
    for (int place = 0; place < end; place++) {
      OpenNode node = nodes.getAcquire(place);
      if (node != null && node.reads(state)) {
        return node;
      }
    }
    return byState ? findByState(state) : null;
  }

  private @Nullable OpenNode findByState(Object state) {
    int first = System.identityHashCode(state);
    for (int i = 0; i < PROBES; i++) {
      OpenNode node = nodes.getAcquire(slot(first + i));
      if (node != null && node.reads(state)) {
        return node;
      }
    }
    return null;
  }

  private int slot(int hash) {
    return places + (hash & SLOTS - 1);
  }
}
