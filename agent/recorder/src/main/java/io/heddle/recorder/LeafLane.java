package io.heddle.recorder;

import io.heddle.hook.HeddleHook;
import io.heddle.recorder.jvm.ThreadCosts;
import io.heddle.recorder.ring.ExclusiveRing;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of a lane that leaves take: nothing of a leaf is kept between its begin and its end but
 * what its method keeps itself. Confined to its thread.
 */
abstract sealed class LeafLane extends HeddleHook.Lane permits Lane {
  /** An id is never reached that is so far away. */
  private static final long NEVER = Long.MAX_VALUE;

  private final Recorder recorder;
  private final Outlet outlet;

  /** The outlet's own ring, one step nearer; null as long as it has none. */
  private @Nullable ExclusiveRing ring;

  /** The innermost execution's run; the last one's when nothing is open. */
  private @Nullable Run run;

  /** For leaves that take more than their one slot, or find no ring of their own. */
  private @Nullable EndedLeaf endedLeaf;

  private @Nullable MeasuredLeaves measuredLeaves;

  LeafLane(Recorder recorder, Thread owner) {
    super(owner, recorder.seeds().next());
    this.recorder = recorder;
    this.outlet = new Outlet(recorder.lanes(), owner);
    sampleFrom(lastId());
  }

  /** Whether nobody else writes to where its records go. */
  final boolean ownsRing() {
    return ring != null;
  }

  /** Leaves belong to that run now. A reference written costs a garbage collector's barrier. */
  final void run(Run innermost) {
    if (run != innermost) {
      run = innermost;
    }
  }

  final void write(Writable ended, long now) {
    outlet.write(ended, now);
    if (ring == null) {
      ring = outlet.own();
    }
  }

  @Override
  protected final long onMeasure(int leaf, long id) {
    int what = recorder.leaves().get(leaf).worthMeasuring();
    if (isSampled(id)) {
      what |= Costs.CPU;
      sampleFrom(id + NEVER); // until the drain says which is the next
    }
    ThreadCosts thread = outlet.isOfVirtualThread() ? null : recorder.threadCosts();
    return thread == null || what == Costs.NONE ? id : measuredLeaves().begin(id, thread, what);
  }

  private MeasuredLeaves measuredLeaves() {
    MeasuredLeaves present = measuredLeaves;
    if (present == null) {
      present = new MeasuredLeaves();
      measuredLeaves = present;
    }
    return present;
  }

  @Override
  protected final void onEnd(int leaf, long id, long parent, long begin) {
    long now = System.nanoTime();
    ExclusiveRing mine = ring;
    if (mine != null && !MeasuredLeaves.isOne(id)) {
      EndedLeaf.record(mine, run, leaf, id, parent, begin, now);
    } else {
      endElsewhere(leaf, id, parent, begin, now);
    }
  }

  private void endElsewhere(int leaf, long id, long parent, long begin, long now) {
    ExclusiveRing entered = outlet.enterCarrier();
    if (entered == null) {
      write(ended(leaf, id, parent, begin), now);
      return;
    }
    try {
      EndedLeaf.record(entered, run, leaf, id, parent, begin, now);
    } finally {
      entered.leave();
    }
  }

  @Override
  protected final void onFail(int leaf, long id, long parent, long begin, Throwable error) {
    long now = System.nanoTime();
    EndedLeaf ended = ended(leaf, id, parent, begin);
    ended.fail(error);
    write(ended, now);
    ended.forget();
  }

  @Override
  protected final void onOutside(int leaf) {
    recorder.leaves().get(leaf).calledOutside();
  }

  private EndedLeaf ended(int leaf, long id, long parent, long begin) {
    Costs costs = MeasuredLeaves.isOne(id) ? measuredLeaves().end(id) : null;
    Run inRun = Objects.requireNonNull(run);
    EndedLeaf ended = endedLeaf;
    if (ended == null) {
      ended = new EndedLeaf(inRun);
      endedLeaf = ended;
    }
    ended.set(inRun, leaf, id, parent, begin);
    ended.cost(costs);
    return ended;
  }
}
