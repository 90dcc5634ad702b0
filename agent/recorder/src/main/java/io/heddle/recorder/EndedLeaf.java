package io.heddle.recorder;

import io.heddle.recorder.ring.ExclusiveRing;
import io.heddle.recorder.ring.Ring;
import org.jspecify.annotations.Nullable;

/** A leaf that has ended, on its way into a record. Reused by its lane. */
final class EndedLeaf implements Writable {
  private static final int FIRST_ATTEMPT = 1;

  private final Run run;
  private int leaf;
  private long id;
  private long parent;
  private long begin;
  private @Nullable Details details;

  EndedLeaf(Run run) {
    this.run = run;
  }

  void set(int endedLeaf, long spanId, long parentId, long beginNano) {
    leaf = endedLeaf;
    id = spanId;
    parent = parentId;
    begin = beginNano;
  }

  void fail(Throwable error) {
    details = new Details();
    details.fail(error);
  }

  @Override
  public Run run() {
    return run;
  }

  @Override
  public int slots() {
    return details == null ? 1 : 2;
  }

  @Override
  public void write(Ring ring, long at, long end, boolean withRun) {
    write(ring, at, leaf, id, parent, begin, end);
    int flags =
        ExecutionDescriptor.LEAF
            | (withRun ? ExecutionDescriptor.HAS_RUN : 0)
            | (details != null ? ExecutionDescriptor.HAS_DETAILS : 0);
    ring.put(
        at, ExecutionDescriptor.ATTEMPT_FLAGS, ExecutionDescriptor.halves(FIRST_ATTEMPT, flags));
    if (withRun) {
      ring.refer(at, run);
    }
    if (details != null) {
      ring.refer(at + 1, details);
    }
  }

  /** Records a leaf without error whose run is that of the ring's last record. */
  static void record(ExclusiveRing ring, int leaf, long id, long parent, long begin, long end) {
    long at = ring.claim(1);
    if (at == Ring.FULL) {
      ring.drop();
    } else {
      write(ring, at, leaf, id, parent, begin, end);
      ring.commit(at, 1, ExecutionDescriptor.KIND);
    }
  }

  /** Writes its one slot. */
  private static void write(
      Ring ring, long at, int leaf, long id, long parent, long begin, long end) {
    ring.put(at, ExecutionDescriptor.SPAN_ID, id);
    ring.put(at, ExecutionDescriptor.PARENT_ID, parent);
    ring.put(at, ExecutionDescriptor.BEGIN, begin);
    ring.put(at, ExecutionDescriptor.END, end);
    ring.put(at, ExecutionDescriptor.NODE_VISIT, ExecutionDescriptor.halves(leaf, 0));
    ring.put(
        at,
        ExecutionDescriptor.ATTEMPT_FLAGS,
        ExecutionDescriptor.halves(FIRST_ATTEMPT, ExecutionDescriptor.LEAF));
  }
}
