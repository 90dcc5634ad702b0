package io.heddle.recorder;

import io.heddle.recorder.ring.Ring;
import io.heddle.recorder.ring.SlotDescriptor;
import io.heddle.recorder.ring.Slots;
import org.jspecify.annotations.Nullable;

/** Reads one record of an ended execution where it lies in its ring. Drain thread only. */
final class ExecutionRecord {
  /** Of a kept record: its object, its words' array and its place in a list; and its details. */
  private static final int KEPT_BYTES = 160;

  private static final int DETAILS_BYTES = 512;

  private final Slots slots;
  private final long at;
  private final Run run;
  private final int flags;
  private final @Nullable Node node;
  private final int visit;
  private final @Nullable Details details;
  private long end;

  private ExecutionRecord(Ring ring, long at, Run run, int given) {
    this.slots = ring;
    this.at = at;
    this.run = run;
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
    this.details = is(ExecutionDescriptor.HAS_DETAILS) ? takeDetails(ring) : null;
    this.end = word(ExecutionDescriptor.END);
  }

  private ExecutionRecord(ExecutionRecord other, Slots copy) {
    this.slots = copy;
    this.at = 0;
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

  /** Must be called for every record in order: the ring remembers whose run it is. */
  static ExecutionRecord at(Ring ring, long position) {
    int flags = passOver(ring, position);
    if (!(ring.attachment() instanceof Run run)) {
      throw new IllegalStateException("record without a run at position " + position);
    }
    return new ExecutionRecord(ring, position, run, flags);
  }

  /**
   * Does for a record that is not to be read what those behind it need.
   *
   * @return its flags
   */
  static int passOver(Ring ring, long position) {
    int flags = ExecutionDescriptor.lower(ring.word(position, ExecutionDescriptor.ATTEMPT_FLAGS));
    if ((flags & ExecutionDescriptor.HAS_RUN) != 0) {
      ring.attachReference(position);
    }
    return flags;
  }

  /** A copy of so many slots, which outlives the record's place in its ring. */
  ExecutionRecord kept(int slotCount) {
    long[] words = new long[slotCount * SlotDescriptor.SLOT_WORDS];
    for (int i = 0; i < words.length; i++) {
      long slot = at + i / SlotDescriptor.SLOT_WORDS;
      words[i] = slots.word(slot, i % SlotDescriptor.SLOT_WORDS);
    }
    return new ExecutionRecord(
        this, (position, word) -> words[(int) position * SlotDescriptor.SLOT_WORDS + word]);
  }

  /** About what a kept one takes. */
  long bytes() {
    int slotCount = 1 + linkSlots() + (is(ExecutionDescriptor.HAS_EVIDENCE) ? 1 : 0);
    long words = (long) slotCount * SlotDescriptor.SLOT_WORDS * Long.BYTES;
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
    return slots.word(at + 1, word);
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
    long slot = firstLinkSlot() + i / ExecutionDescriptor.LINKS_PER_SLOT;
    return slots.word(
        slot, ExecutionDescriptor.FIRST_LINK + i % ExecutionDescriptor.LINKS_PER_SLOT);
  }

  /** Null when there are none. */
  @Nullable Details details() {
    return details;
  }

  private @Nullable Details takeDetails(Ring ring) {
    return (Details) ring.takeReference(firstLinkSlot() + linkSlots());
  }

  private long firstLinkSlot() {
    return at + 1 + (is(ExecutionDescriptor.HAS_EVIDENCE) ? 1 : 0);
  }

  private long word(int word) {
    return slots.word(at, word);
  }
}
