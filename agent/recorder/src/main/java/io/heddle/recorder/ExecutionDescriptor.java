package io.heddle.recorder;

import io.heddle.recorder.evidence.Touched;
import io.heddle.recorder.ring.Ring;

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

  /** Slots of the record of an ended execution. */
  static int slots(RecordedExecution ended) {
    return 1 + (hasEvidence(ended) ? 1 : 0) + linkSlots(ended) + (ended.details != null ? 1 : 0);
  }

  /** Where nothing waited, one predecessor takes that place: most executions have one. */
  private static boolean isLinkAside(RecordedExecution ended) {
    return ended.links.size() == 1 && (ended.flags & WAITED) == 0;
  }

  private static int linkSlots(RecordedExecution ended) {
    return isLinkAside(ended) ? 0 : ended.links.slots();
  }

  private static boolean hasEvidence(RecordedExecution ended) {
    return (ended.reads.state() | ended.writes.state()) != 0 || ended.costs.areKnown();
  }

  /** Writes the record but for its slots' references to runs. */
  static void write(RecordedExecution ended, Ring ring, long first, boolean withRun) {
    writeExecution(ended, ring, first, withRun);
    long at = first + 1;
    if (hasEvidence(ended)) {
      writeEvidence(ended, ring, at++);
    }
    if (linkSlots(ended) > 0) {
      at = ended.links.write(ring, at);
    }
    Details details = ended.details;
    if (details != null) {
      ring.refer(at, details);
    }
  }

  private static void writeExecution(RecordedExecution ended, Ring ring, long at, boolean withRun) {
    ring.put(at, SPAN_ID, ended.spanId);
    ring.put(at, PARENT_ID, ended.parentId);
    ring.put(at, BEGIN, ended.begin);
    ring.put(at, END, ended.end);
    ring.put(at, NODE_VISIT, halves(ended.nodeIndex(), ended.visit));
    ring.put(at, ATTEMPT_FLAGS, halves(ended.attempt, flags(ended, withRun)));
    ring.put(at, WAIT_OR_LINK, isLinkAside(ended) ? ended.links.only() : ended.waitNs);
  }

  private static int flags(RecordedExecution ended, boolean withRun) {
    return ended.flags
        | (withRun ? HAS_RUN : 0)
        | (hasEvidence(ended) ? HAS_EVIDENCE : 0)
        | (ended.costs.areKnown() ? MEASURED : 0)
        | (ended.details != null ? HAS_DETAILS : 0)
        | (isLinkAside(ended) ? LINKED : 0)
        | (linkSlots(ended) << LINK_SLOTS_SHIFT);
  }

  private static void writeEvidence(RecordedExecution ended, Ring ring, long at) {
    Touched reads = ended.reads;
    Touched writes = ended.writes;
    ring.put(at, READS, reads.names());
    ring.put(at, WRITES, writes.names());
    ring.put(at, INPUT_HASH, reads.hash());
    ring.put(at, OUTPUT_HASH, writes.hash());
    ring.put(at, STATES, halves(reads.state(), writes.state()));
    if (ended.costs.areKnown()) {
      ring.put(at, CPU_NS, ended.costs.cpuNs());
      ring.put(at, ALLOC_BYTES, ended.costs.allocatedBytes());
    }
  }

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
