package io.heddle.recorder;

import io.heddle.recorder.ring.Ring;
import java.util.Arrays;

/** The predecessors of one execution, each once. One thread at a time; allocates only to grow. */
final class Links {
  private static final long[] NONE = {};

  /** Mostly there is one. */
  private long first;

  private long[] others = NONE;
  private int size;

  void clear() {
    size = 0;
  }

  /** False when there are too many. */
  boolean add(long spanId) {
    if (contains(spanId)) {
      return true;
    }
    if (size == ExecutionDescriptor.MAX_LINKS) {
      return false;
    }
    put(spanId);
    size++;
    return true;
  }

  private void put(long spanId) {
    if (size == 0) {
      first = spanId;
      return;
    }
    int other = size - 1;
    if (other == others.length) {
      others = Arrays.copyOf(others, 2 * size);
    }
    others[other] = spanId;
  }

  private long at(int index) {
    return index == 0 ? first : others[index - 1];
  }

  private boolean contains(long spanId) {
    for (int i = 0; i < size; i++) {
      if (at(i) == spanId) {
        return true;
      }
    }
    return false;
  }

  int size() {
    return size;
  }

  /** The one there is. */
  long only() {
    return first;
  }

  /** Slots they take in a record. */
  int slots() {
    return (size + ExecutionDescriptor.LINKS_PER_SLOT - 1) / ExecutionDescriptor.LINKS_PER_SLOT;
  }

  /**
   * Writes them to claimed slots.
   *
   * @return the position behind them
   */
  long write(Ring ring, long first) {
    long at = first;
    for (int from = 0; from < size; from += ExecutionDescriptor.LINKS_PER_SLOT, at++) {
      for (int i = 0; i < ExecutionDescriptor.LINKS_PER_SLOT; i++) {
        long spanId = from + i < size ? at(from + i) : 0;
        ring.put(at, ExecutionDescriptor.FIRST_LINK + i, spanId);
      }
    }
    return at;
  }
}
