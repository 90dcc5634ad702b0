package io.heddle.recorder;

import io.heddle.recorder.evidence.Touched;

/**
 * Layout of the record of one ended execution: one fixed slot, then those of the optional slots
 * that its flags name, in the order of this table.
 *
 * <pre>
 *   slot        1        2          3           4            5             6               7
 *   execution   span id  parent id  begin nano  end nano     node | visit  attempt | flags wait ns, or link
 *   evidence    reads    writes     input hash  output hash  states        CPU ns          bytes
 *   links       up to seven span ids of predecessors, unused words 0; as many slots as needed
 *   details     the reference is the {@link Details}
 * </pre>
 *
 * The reference of the execution slot is the {@link Run}, if it is another one than in the last
 * record of the same ring. The fields of an evidence slot are those of two {@link Touched} and, if
 * the flags say so, of {@link Costs}.
 */
final class ExecutionDescriptor {
  static final int KIND = 1;

  static final int SPAN_ID = 1;
  static final int PARENT_ID = 2;
  static final int BEGIN = 3;
  static final int END = 4;

  /** Node index (upper half; {@link #OPERATION} for none, a leaf's number) and visit. */
  static final int NODE_VISIT = 5;

  /** Attempt (upper half) and flags. */
  static final int ATTEMPT_FLAGS = 6;

  /** Of the one predecessor the span id if {@link #LINKED}, else the time waited. */
  static final int WAIT_OR_LINK = 7;

  static final int READS = 1;
  static final int WRITES = 2;
  static final int INPUT_HASH = 3;
  static final int OUTPUT_HASH = 4;

  /** State of the reads (upper half) and of the writes. */
  static final int STATES = 5;

  static final int CPU_NS = 6;
  static final int ALLOC_BYTES = 7;

  static final int FIRST_LINK = 1;
  static final int LINKS_PER_SLOT = 7;

  /** Far below what {@link io.heddle.recorder.ring.SlotDescriptor#MAX_SLOTS} leaves room for. */
  static final int MAX_LINKS = 1024;

  static final int COLD = 1;
  static final int ASYNC = 1 << 1;
  static final int WAITED = 1 << 2;
  static final int HAS_RUN = 1 << 3;
  static final int HAS_EVIDENCE = 1 << 4;
  static final int HAS_DETAILS = 1 << 5;

  /** Of a {@link Leaf}: its visit is counted and its first execution found by the drain. */
  static final int LEAF = 1 << 6;

  /** The evidence slot has the costs. */
  static final int MEASURED = 1 << 7;

  /** Did not wait and has one predecessor, in the execution slot. */
  static final int LINKED = 1 << 8;

  /** Nobody saw it end: its end is that of what was recorded of its run last. */
  static final int ABANDONED = 1 << 9;

  /** Number of link slots, in the upper byte of the flags. */
  static final int LINK_SLOTS_SHIFT = 24;

  /** The node index of an execution without a node. */
  static final int OPERATION = -1;

  private ExecutionDescriptor() {}

  static long halves(int upper, int lower) {
    return ((long) upper << Integer.SIZE) | Integer.toUnsignedLong(lower);
  }

  static int upper(long word) {
    return (int) (word >>> Integer.SIZE);
  }

  static int lower(long word) {
    return (int) word;
  }
}
