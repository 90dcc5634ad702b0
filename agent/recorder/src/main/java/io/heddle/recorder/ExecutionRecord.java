package io.heddle.recorder;

import io.heddle.recorder.ring.Ring;
import org.jspecify.annotations.Nullable;

/** Reads one record of an ended execution where it lies in its ring. Drain thread only. */
final class ExecutionRecord {
  private final Ring ring;
  private final long at;
  private final Run run;
  private final int flags;
  private final @Nullable Node node;
  private final int visit;
  private final @Nullable Details details;

  private ExecutionRecord(Ring ring, long at, Run run, int given) {
    this.ring = ring;
    this.at = at;
    this.run = run;
    if ((given & ExecutionDescriptor.LEAF) == 0) {
      this.node = nodeAt(upper());
      this.visit = ExecutionDescriptor.lower(word(ExecutionDescriptor.NODE_VISIT));
      this.flags = given;
    } else {
      Node leaf = run.leaf(upper());
      this.node = leaf;
      this.visit = run.leafVisit(leaf);
      this.flags = given | (leaf.firstExecution() ? ExecutionDescriptor.COLD : 0);
    }
    this.details = is(ExecutionDescriptor.HAS_DETAILS) ? takeDetails() : null;
  }

  private int upper() {
    return ExecutionDescriptor.upper(word(ExecutionDescriptor.NODE_VISIT));
  }

  private @Nullable Node nodeAt(int index) {
    return index == ExecutionDescriptor.OPERATION ? null : run.workflow().nodeAt(index);
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

  /** Lets its node know how long it took. */
  void teach() {
    if (node != null) {
      node.took(end() - begin());
    }
  }

  long waitNs() {
    return word(ExecutionDescriptor.WAIT_NS);
  }

  int visit() {
    return visit;
  }

  int attempt() {
    return ExecutionDescriptor.upper(word(ExecutionDescriptor.ATTEMPT_FLAGS));
  }

  /** Null for an operation. */
  @Nullable Node node() {
    return node;
  }

  /** A word of the evidence slot, which must be there. */
  long evidence(int word) {
    return ring.word(at + 1, word);
  }

  /** How many places for links it has; see {@link #link}. */
  int links() {
    return linkSlots() * ExecutionDescriptor.LINKS_PER_SLOT;
  }

  private int linkSlots() {
    return flags >>> ExecutionDescriptor.LINK_SLOTS_SHIFT;
  }

  /** The i-th predecessor's span id, from 0; 0 in an unused place. */
  long link(int i) {
    long slot = firstLinkSlot() + i / ExecutionDescriptor.LINKS_PER_SLOT;
    return ring.word(slot, ExecutionDescriptor.FIRST_LINK + i % ExecutionDescriptor.LINKS_PER_SLOT);
  }

  /** Null when there are none. */
  @Nullable Details details() {
    return details;
  }

  private @Nullable Details takeDetails() {
    return (Details) ring.takeReference(firstLinkSlot() + linkSlots());
  }

  private long firstLinkSlot() {
    return at + 1 + (is(ExecutionDescriptor.HAS_EVIDENCE) ? 1 : 0);
  }

  private long word(int word) {
    return ring.word(at, word);
  }
}
