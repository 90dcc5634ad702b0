package io.heddle.recorder;

import io.heddle.recorder.ring.Ring;

/**
 * Layout of the record of a usual execution in one slot, where {@link ExecutionDescriptor} takes
 * two: each slot is a cache line that goes from the engine's processor to the drain's.
 *
 * <pre>
 *   1        2           3                4                    5               6           7
 *   span id  begin nano  duration | link  node, visit | flags  reads | writes  input hash  output hash
 * </pre>
 *
 * Node and visit have 24 bits each, the flags 16: those of {@link #FLAGS} as there, and the states
 * of reads and writes. The link is the predecessor's span id less its own, 0 for none. The parent
 * is that of the run's nodes, the attempt the first. The slot's reference is as there.
 */
final class UsualDescriptor {
  static final int KIND = 2;

  /** What {@link ExecutionDescriptor} has in its flags and this in the same bits. */
  static final int FLAGS =
      ExecutionDescriptor.COLD | ExecutionDescriptor.ASYNC | ExecutionDescriptor.HAS_RUN;

  private static final int SPAN_ID = 1;
  private static final int BEGIN = 2;
  private static final int DURATION_LINK = 3;
  private static final int NODE_VISIT_FLAGS = 4;
  private static final int READS_WRITES = 5;
  private static final int INPUT_HASH = 6;
  private static final int OUTPUT_HASH = 7;

  private static final int STATE_BITS = 5;
  private static final int STATE_MASK = (1 << STATE_BITS) - 1;
  private static final int STATES_SHIFT = 6;
  private static final int VISIT_SHIFT = 16;
  private static final int COUNT_BITS = 24;
  private static final int NODE_SHIFT = VISIT_SHIFT + COUNT_BITS;
  private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;

  private UsualDescriptor() {}

  /** Whether an ended execution fits. */
  static boolean fits(RecordedExecution ended) {
    return (ended.end - ended.begin) >>> Integer.SIZE == 0
        && (ended.nodeIndex() | ended.visit) >>> COUNT_BITS == 0
        && (ended.reads.names() | ended.writes.names()) >>> Integer.SIZE == 0
        && (int) link(ended) == link(ended);
  }

  private static long link(RecordedExecution ended) {
    return ended.links.size() == 0 ? 0 : ended.links.only() - ended.spanId;
  }

  static void write(RecordedExecution ended, Ring ring, long at, boolean withRun) {
    ring.put(at, SPAN_ID, ended.spanId);
    ring.put(at, BEGIN, ended.begin);
    ring.put(
        at,
        DURATION_LINK,
        ExecutionDescriptor.halves((int) (ended.end - ended.begin), (int) link(ended)));
    ring.put(at, NODE_VISIT_FLAGS, nodeVisitFlags(ended, withRun));
    ring.put(
        at,
        READS_WRITES,
        ExecutionDescriptor.halves((int) ended.reads.names(), (int) ended.writes.names()));
    ring.put(at, INPUT_HASH, ended.reads.hash());
    ring.put(at, OUTPUT_HASH, ended.writes.hash());
  }

  private static long nodeVisitFlags(RecordedExecution ended, boolean withRun) {
    int states = ended.reads.state() << STATE_BITS | ended.writes.state();
    return (long) ended.nodeIndex() << NODE_SHIFT
        | (long) ended.visit << VISIT_SHIFT
        | states << STATES_SHIFT
        | ended.flags
        | (withRun ? ExecutionDescriptor.HAS_RUN : 0);
  }

  /** Those of {@link #FLAGS} that a record has. */
  static int flags(Ring ring, long at) {
    return (int) ring.word(at, NODE_VISIT_FLAGS) & FLAGS;
  }

  /**
   * Writes what the record says as {@link ExecutionDescriptor} has it.
   *
   * @param full two slots
   */
  static void expand(Ring ring, long at, long parentId, CopiedSlots full) {
    long spanId = ring.word(at, SPAN_ID);
    long begin = ring.word(at, BEGIN);
    long durationLink = ring.word(at, DURATION_LINK);
    int link = ExecutionDescriptor.lower(durationLink);
    full.put(0, ExecutionDescriptor.SPAN_ID, spanId);
    full.put(0, ExecutionDescriptor.PARENT_ID, parentId);
    full.put(0, ExecutionDescriptor.BEGIN, begin);
    full.put(0, ExecutionDescriptor.END, begin + (durationLink >>> Integer.SIZE));
    full.put(0, ExecutionDescriptor.WAIT_OR_LINK, link == 0 ? 0 : spanId + link);
    long word = ring.word(at, NODE_VISIT_FLAGS);
    int visit = (int) (word >>> VISIT_SHIFT) & COUNT_MASK;
    full.put(
        0,
        ExecutionDescriptor.NODE_VISIT,
        ExecutionDescriptor.halves((int) (word >>> NODE_SHIFT), visit));
    int flags = ExecutionDescriptor.HAS_EVIDENCE | (link == 0 ? 0 : ExecutionDescriptor.LINKED);
    full.put(
        0,
        ExecutionDescriptor.ATTEMPT_FLAGS,
        ExecutionDescriptor.halves(1, flags | ((int) word & FLAGS)));
    expandEvidence(ring, at, full);
  }

  private static void expandEvidence(Ring ring, long at, CopiedSlots full) {
    long names = ring.word(at, READS_WRITES);
    full.put(1, ExecutionDescriptor.READS, names >>> Integer.SIZE);
    full.put(1, ExecutionDescriptor.WRITES, Integer.toUnsignedLong((int) names));
    full.put(1, ExecutionDescriptor.INPUT_HASH, ring.word(at, INPUT_HASH));
    full.put(1, ExecutionDescriptor.OUTPUT_HASH, ring.word(at, OUTPUT_HASH));
    int states = (int) ring.word(at, NODE_VISIT_FLAGS) >>> STATES_SHIFT;
    full.put(
        1,
        ExecutionDescriptor.STATES,
        ExecutionDescriptor.halves(states >>> STATE_BITS & STATE_MASK, states & STATE_MASK));
  }
}
