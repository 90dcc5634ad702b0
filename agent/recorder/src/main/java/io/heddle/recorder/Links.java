package io.heddle.recorder;

import io.heddle.recorder.ring.Ring;
import java.util.Arrays;

/** The predecessors of one execution, each once. One thread at a time; allocates only to grow. */
final class Links {
  private long[] spanIds = new long[ExecutionDescriptor.LINKS_PER_SLOT];
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
    if (size == spanIds.length) {
      spanIds = Arrays.copyOf(spanIds, 2 * size);
    }
    spanIds[size++] = spanId;
    return true;
  }

  private boolean contains(long spanId) {
    for (int i = 0; i < size; i++) {
      if (spanIds[i] == spanId) {
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
    return spanIds[0];
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
        long spanId = from + i < size ? spanIds[from + i] : 0;
        ring.put(at, ExecutionDescriptor.FIRST_LINK + i, spanId);
      }
    }
    return at;
  }
}
