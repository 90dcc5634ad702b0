package io.heddle.recorder;

import io.heddle.recorder.ring.ExclusiveRing;
import io.heddle.recorder.ring.Ring;
import io.heddle.recorder.value.ValueHash;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A leaf that has ended, on its way into a record. Reused by its lane. */
final class EndedLeaf implements Writable {
  private static final int FIRST_ATTEMPT = 1;

  private Run run;
  private int leaf;
  private long id;
  private long parent;
  private long begin;
  private long end;
  private @Nullable Costs costs;
  private @Nullable Details details;

  EndedLeaf(Run run) {
    this.run = run;
  }

  /** Another one, of which nothing more is known. */
  void set(Run ofRun, int endedLeaf, long spanId, long parentId, long beginNano) {
    run = ofRun;
    leaf = endedLeaf;
    id = spanId;
    parent = parentId;
    begin = beginNano;
    costs = null;
    details = null;
  }

  void cost(@Nullable Costs measured) {
    costs = measured;
  }

  void fail(Throwable error) {
    details = new Details();
    details.fail(error);
  }

  /** Lets go of what would keep the application's objects alive. */
  void forget() {
    details = null;
  }

  @Override
  public void endedAt(long nano) {
    end = nano;
  }

  @Override
  public Run run() {
    return run;
  }

  @Override
  public int kind() {
    return ExecutionDescriptor.KIND;
  }

  @Override
  public int slots() {
    return 1 + (costs == null ? 0 : 1) + (details == null ? 0 : 1);
  }

  @Override
  public void write(Ring ring, long at, boolean withRun) {
    put(ring, at, leaf, id, parent, begin, end, flags(withRun));
    if (withRun) {
      ring.refer(at, run);
    }
    long next = at + 1;
    if (costs != null) {
      putCosts(ring, next++, costs);
    }
    if (details != null) {
      ring.refer(next, details);
    }
  }

  private int flags(boolean withRun) {
    return (withRun ? ExecutionDescriptor.HAS_RUN : 0)
        | (costs != null ? ExecutionDescriptor.HAS_EVIDENCE | ExecutionDescriptor.MEASURED : 0)
        | (details != null ? ExecutionDescriptor.HAS_DETAILS : 0);
  }

  /** An evidence slot in which nothing else is known. */
  private static void putCosts(Ring ring, long at, Costs costs) {
    ring.put(at, ExecutionDescriptor.READS, 0);
    ring.put(at, ExecutionDescriptor.WRITES, 0);
    ring.put(at, ExecutionDescriptor.INPUT_HASH, ValueHash.UNKNOWN);
    ring.put(at, ExecutionDescriptor.OUTPUT_HASH, ValueHash.UNKNOWN);
    ring.put(at, ExecutionDescriptor.STATES, 0);
    ring.put(at, ExecutionDescriptor.CPU_NS, costs.cpuNs());
    ring.put(at, ExecutionDescriptor.ALLOC_BYTES, costs.allocatedBytes());
  }

  /** Records a leaf without error and costs; drops and counts it if there is no room. */
  static void record(
      ExclusiveRing ring, @Nullable Run run, int leaf, long id, long parent, long begin, long end) {
    long at = ring.claim(1);
    if (at == Ring.FULL) {
      ring.drop();
    } else if (ring.announced() == run) {
      put(ring, at, leaf, id, parent, begin, end, 0);
      ring.commit(at, 1, ExecutionDescriptor.KIND);
    } else {
      put(ring, at, leaf, id, parent, begin, end, ExecutionDescriptor.HAS_RUN);
      ring.refer(at, Objects.requireNonNull(run));
      ring.commit(at, 1, ExecutionDescriptor.KIND);
      ring.announce(run);
    }
  }

  private static void put(
      Ring ring, long at, int leaf, long id, long parent, long begin, long end, int flags) {
    ring.put(at, ExecutionDescriptor.SPAN_ID, id);
    ring.put(at, ExecutionDescriptor.PARENT_ID, parent);
    ring.put(at, ExecutionDescriptor.BEGIN, begin);
    ring.put(at, ExecutionDescriptor.END, end);
    ring.put(at, ExecutionDescriptor.NODE_VISIT, ExecutionDescriptor.halves(leaf, 0));
    ring.put(
        at,
        ExecutionDescriptor.ATTEMPT_FLAGS,
        ExecutionDescriptor.halves(FIRST_ATTEMPT, ExecutionDescriptor.LEAF | flags));
  }
}
