package io.heddle.recorder;

import io.heddle.recorder.ring.Ring;
import org.jspecify.annotations.Nullable;

/** Reads one record of an ended execution where it lies in its ring. Drain thread only. */
final class ExecutionRecord {
  private final Ring ring;
  private final long at;
  private final Run run;
  private final int flags;

  private ExecutionRecord(Ring ring, long at, Run run, int flags) {
    this.ring = ring;
    this.at = at;
    this.run = run;
    this.flags = flags;
  }

  /** Must be called for every record in order: the ring remembers whose run it is. */
  static ExecutionRecord at(Ring ring, long position) {
    int flags = ExecutionDescriptor.lower(ring.word(position, ExecutionDescriptor.ATTEMPT_FLAGS));
    if ((flags & ExecutionDescriptor.HAS_RUN) != 0) {
      ring.attach(ring.takeReference(position));
    }
    if (!(ring.attachment() instanceof Run run)) {
      throw new IllegalStateException("record without a run at position " + position);
    }
    return new ExecutionRecord(ring, position, run, flags);
  }

  Run run() {
    return run;
  }

  boolean is(int flag) {
    return (flags & flag) != 0;
  }

  long spanId() {
    return word(ExecutionDescriptor.SPAN_ID);
  }

  long parentId() {
    return word(ExecutionDescriptor.PARENT_ID);
  }

  long begin() {
    return word(ExecutionDescriptor.BEGIN);
  }

  long end() {
    return word(ExecutionDescriptor.END);
  }

  long waitNs() {
    return word(ExecutionDescriptor.WAIT_NS);
  }

  int visit() {
    return ExecutionDescriptor.lower(word(ExecutionDescriptor.NODE_VISIT));
  }

  int attempt() {
    return ExecutionDescriptor.upper(word(ExecutionDescriptor.ATTEMPT_FLAGS));
  }

  /** Null for an operation. */
  @Nullable Node node() {
    int index = ExecutionDescriptor.upper(word(ExecutionDescriptor.NODE_VISIT));
    return index == ExecutionDescriptor.OPERATION ? null : run.workflow().nodeAt(index);
  }

  /** A word of the evidence slot, which must be there. */
  long evidence(int word) {
    return ring.word(at + 1, word);
  }

  int linkSlots() {
    return flags >>> ExecutionDescriptor.LINK_SLOTS_SHIFT;
  }

  /** The i-th predecessor's span id, from 0; 0 in an unused place. */
  long link(int i) {
    long slot = firstLinkSlot() + i / ExecutionDescriptor.LINKS_PER_SLOT;
    return ring.word(slot, ExecutionDescriptor.FIRST_LINK + i % ExecutionDescriptor.LINKS_PER_SLOT);
  }

  /** To be taken exactly once; null when there are none. */
  @Nullable Details takeDetails() {
    return is(ExecutionDescriptor.HAS_DETAILS)
        ? (Details) ring.takeReference(firstLinkSlot() + linkSlots())
        : null;
  }

  private long firstLinkSlot() {
    return at + 1 + (is(ExecutionDescriptor.HAS_EVIDENCE) ? 1 : 0);
  }

  private long word(int word) {
    return ring.word(at, word);
  }
}
