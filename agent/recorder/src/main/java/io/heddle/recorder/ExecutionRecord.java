package io.heddle.recorder;

import io.heddle.recorder.ring.SlotDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Reads one record of an ended execution, as {@link ExecutionDescriptor} has it. Drain thread only.
 */
final class ExecutionRecord {
  /** Of a kept record: its object, its words' array and its place in a list; and its details. */
  private static final int KEPT_BYTES = 160;

  private static final int DETAILS_BYTES = 512;

  private final CopiedSlots slots;
  private final Run run;
  private final int flags;
  private final @Nullable Node node;
  private final int visit;
  private final @Nullable Details details;
  private long end;

  /** The record in those slots. */
  ExecutionRecord(CopiedSlots slots, Run run, @Nullable Details details) {
    this.slots = slots;
    this.run = run;
    this.details = details;
    int given = ExecutionDescriptor.lower(word(ExecutionDescriptor.ATTEMPT_FLAGS));
    if ((given & ExecutionDescriptor.LEAF) == 0) {
      this.node = nodeAt(upper());
      this.visit = ExecutionDescriptor.lower(word(ExecutionDescriptor.NODE_VISIT));
      this.flags = given;
    } else {
      Node leaf = run.nodeOf(run.leaf(upper()));
      this.node = leaf;
      this.visit = run.leafVisit(leaf);
      this.flags = given | (leaf.firstExecution() ? ExecutionDescriptor.COLD : 0);
    }
    this.end = word(ExecutionDescriptor.END);
  }

  private ExecutionRecord(ExecutionRecord other, CopiedSlots copy) {
    this.slots = copy;
    this.run = other.run;
    this.flags = other.flags;
    this.node = other.node;
    this.visit = other.visit;
    this.details = other.details;
    this.end = other.end;
  }

  private int upper() {
    return ExecutionDescriptor.upper(word(ExecutionDescriptor.NODE_VISIT));
  }

  private @Nullable Node nodeAt(int index) {
    return index == ExecutionDescriptor.OPERATION ? null : run.workflow().nodeAt(index);
  }

  /** A copy, which outlives the next record. */
  ExecutionRecord kept() {
    return new ExecutionRecord(this, slots.kept(slotCount()));
  }

  private int slotCount() {
    return 1 + (is(ExecutionDescriptor.HAS_EVIDENCE) ? 1 : 0) + linkSlots();
  }

  /** About what a kept one takes. */
  long bytes() {
    long words = (long) slotCount() * SlotDescriptor.SLOT_WORDS * Long.BYTES;
    return KEPT_BYTES + words + (details == null ? 0 : DETAILS_BYTES);
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
    return end;
  }

  /** Nobody saw its end: it cannot have been before that, nor before its begin. */
  void endNotBefore(long nano) {
    end = begin() + Math.max(0, nano - begin());
  }

  /** Lets its node, or leaf, know how long it took, if that was seen. */
  void teach() {
    if (is(ExecutionDescriptor.ABANDONED)) {
      return;
    }
    if (is(ExecutionDescriptor.LEAF)) {
      run.leaf(upper()).took(end() - begin());
    } else if (node != null) {
      node.took(end() - begin());
    }
  }

  long waitNs() {
    return word(ExecutionDescriptor.WAIT_OR_LINK);
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
    return slots.word(1, word);
  }

  /** How many places for links it has; see {@link #link}. */
  int links() {
    return is(ExecutionDescriptor.LINKED) ? 1 : linkSlots() * ExecutionDescriptor.LINKS_PER_SLOT;
  }

  private int linkSlots() {
    return flags >>> ExecutionDescriptor.LINK_SLOTS_SHIFT;
  }

  /** The i-th predecessor's span id, from 0; 0 in an unused place. */
  long link(int i) {
    if (is(ExecutionDescriptor.LINKED)) {
      return word(ExecutionDescriptor.WAIT_OR_LINK);
    }
    int slot = firstLinkSlot() + i / ExecutionDescriptor.LINKS_PER_SLOT;
    return slots.word(
        slot, ExecutionDescriptor.FIRST_LINK + i % ExecutionDescriptor.LINKS_PER_SLOT);
  }

  /** Null when there are none. */
  @Nullable Details details() {
    return details;
  }

  private int firstLinkSlot() {
    return 1 + (is(ExecutionDescriptor.HAS_EVIDENCE) ? 1 : 0);
  }

  private long word(int word) {
    return slots.word(0, word);
  }
}
