package io.heddle.recorder;

import io.heddle.hook.HeddleHook;
import io.heddle.recorder.ring.ExclusiveRing;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thread's way into the recorder: its open executions, innermost last, and the ring it writes
 * to. Confined to its thread; ask {@link Recorder#lane()} each time and keep it no longer than the
 * method that asked. A virtual thread has a lane of its own whatever carrier it runs on.
 *
 * <p>Nothing here throws or blocks. Steady state allocates nothing; a record that finds the ring
 * full is dropped and counted.
 */
public final class Lane extends HeddleHook.Lane {
  private static final int INITIAL_DEPTH = 4;

  private final Recorder recorder;
  private final Outlet outlet;

  /** The outlet's own ring, one step nearer; null as long as it has none. */
  private @Nullable ExclusiveRing ring;

  /** What is open; equal to {@link #pooled} at every depth whose execution nobody detached. */
  private @Nullable Execution[] open = new Execution[INITIAL_DEPTH];

  private @Nullable Execution[] pooled = new Execution[INITIAL_DEPTH];

  /**
   * For each depth the span that was innermost when it was opened, and what had ended below that.
   */
  private long[] outer = new long[INITIAL_DEPTH];

  /** The innermost execution's run; the last one's when nothing is open. */
  private @Nullable Run run;

  /** An engine module's. */
  private @Nullable Object kept;

  /** The last id when the drain looked. */
  private long seen = lastId();

  /** For leaves that do not find their ring as they need it. */
  private @Nullable EndedLeaf endedLeaf;

  Lane(Recorder recorder, Thread owner) {
    super(owner, recorder.seeds().next());
    this.recorder = recorder;
    this.outlet = new Outlet(recorder.lanes(), owner);
  }

  /** What {@link #keep} was given last, by whichever module. */
  public @Nullable Object kept() {
    return kept;
  }

  /**
   * Keeps something for an engine module, nearer than in a {@code ThreadLocal}: for what is looked
   * up at every node. There is one place, so whoever finds another's thing there looks elsewhere.
   */
  public void keep(Object thing) {
    kept = thing;
  }

  boolean isOf(Recorder other) {
    return recorder == other;
  }

  /** Whether nobody else writes to where its records go. */
  boolean ownsRing() {
    return ring != null;
  }

  /** A measure of the ids given out since the last call. Drain thread only; only about right. */
  long activity() {
    long before = seen;
    seen = lastId();
    return seen - before;
  }

  /**
   * Begins an execution of a node and makes it the current one. The clock is read last. The span's
   * parent is the run's {@link Run#parentSpanId()}, whatever is open on this thread.
   */
  public Execution begin(Run inRun, Node node) {
    return begin(inRun, node, nextId());
  }

  /**
   * Begins an execution whose span has that id: of a durable run, {@link Run#spanId(String, int)}.
   */
  public Execution begin(Run inRun, Node node, long id) {
    Execution execution = push(inRun, id);
    execution.open(inRun, inRun.own(node), id);
    return execution;
  }

  /**
   * Begins an execution of a node as a child of whatever is innermost on this thread, in the run of
   * {@code outer}.
   *
   * @param outer the {@link #current} execution
   */
  public Execution beginBelow(Execution outer, Node node) {
    long id = nextId();
    long parent = span();
    Run inRun = outer.run();
    Execution execution = push(inRun, id);
    execution.prepare(inRun, inRun.own(node), id, parent);
    execution.start();
    return execution;
  }

  /**
   * Begins an operation below whatever is innermost on this thread and makes it the current one.
   *
   * @param name the span's name, for example {@code chat gpt-4o}
   * @param type what it is: llm, tool, http_request, knowledge_retrieval ...
   * @return null when nothing is open on this thread: operations outside a run are not recorded
   */
  public @Nullable Execution beginOperation(String name, String type) {
    Execution around = current();
    if (around == null) {
      return null;
    }
    long id = nextId();
    long parent = span();
    Execution execution = push(around.run(), id);
    execution.openOperation(around.run(), parent, Details.ofOperation(name, type), id);
    return execution;
  }

  /** The innermost open execution of this thread; null when there is none. */
  public @Nullable Execution current() {
    return depth == 0 ? null : open[depth - 1];
  }

  @Nullable OpenSpan innermost() {
    Execution around = current();
    return around == null ? null : new OpenSpan(around.run(), span());
  }

  /**
   * Ends an execution that this thread began. The clock is read first. Executions begun after it
   * and never ended are discarded and counted; one that is not open here is ignored and counted.
   *
   * @param error why it failed, else null
   */
  public void end(Execution execution, @Nullable Throwable error) {
    long now = System.nanoTime();
    if (!pop(execution)) {
      return;
    }
    if (pooled[depth] == execution) {
      execution.stop();
      write(execution, now, error);
    } else {
      execution.end(error);
    }
  }

  /**
   * Takes an execution off this thread without ending it: for bodies that go on elsewhere (futures,
   * streams).
   *
   * @return the same execution, no longer pooled; {@link Execution#end} ends it on any thread
   */
  public Execution detach(Execution execution) {
    if (pop(execution)) {
      if (pooled[depth] == execution) {
        pooled[depth] = null;
      }
      execution.detach();
    }
    return execution;
  }

  /**
   * Makes a detached execution the current one of this thread, so that operations begun here become
   * its children. Pair it with {@link #leave} in a finally block.
   */
  public void enter(Execution detached) {
    push(detached, detached.run(), detached.spanId());
  }

  /** Undoes {@link #enter}; the execution stays open. */
  public void leave(Execution detached) {
    pop(detached);
  }

  /**
   * Makes a run the current one of this thread: what begins here becomes a child of its root, or of
   * the outer execution if it is nested. Pair it with {@link #leave} in a finally block.
   *
   * @return stands for the run; not to be ended
   */
  public Execution enter(Run entered) {
    Execution frame = push(entered, entered.parentSpanId());
    frame.standFor(entered);
    return frame;
  }

  private Execution push(Run inRun, long id) {
    ensureDepth();
    Execution execution = pooled[depth];
    if (execution == null) {
      execution = new Execution(recorder, inRun);
      pooled[depth] = execution;
    }
    push(execution, inRun, id);
    return execution;
  }

  /** A reference is only written when it changes: each costs a garbage collector's barrier. */
  private void push(Execution execution, Run inRun, long id) {
    ensureDepth();
    if (open[depth] != execution) {
      open[depth] = execution;
    }
    if (run != inRun) {
      run = inRun;
    }
    outer[depth] = nest(id);
    depth++;
  }

  private void ensureDepth() {
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
      pooled = Arrays.copyOf(pooled, depth * 2);
      outer = Arrays.copyOf(outer, depth * 2);
    }
  }

  /** False when it is not open here. */
  private boolean pop(Execution execution) {
    int at = depth - 1;
    while (at >= 0 && open[at] != execution) {
      at--;
    }
    if (at < 0) {
      recorder.counters().misused();
      return false;
    }
    for (int lost = depth - 1; lost > at; lost--) {
      recorder.counters().misused();
    }
    leaveTo(at);
    return true;
  }

  private void leaveTo(int at) {
    depth = at;
    nest(outer[at]);
    Execution around = current();
    if (around != null && run != around.run()) {
      run = around.run();
    }
  }

  /** Writes the record of an ended execution, of this thread or detached. */
  void write(Execution execution, long now, @Nullable Throwable error) {
    if (error != null) {
      execution.fail(error);
    }
    write(execution, now);
    execution.forget();
  }

  private void write(Writable ended, long now) {
    outlet.write(ended, now);
    if (ring == null) {
      ring = outlet.own();
    }
  }

  @Override
  protected void onEnd(int leaf, long id, long parent, long begin) {
    long now = System.nanoTime();
    ExclusiveRing mine = ring;
    if (mine != null && mine.announced() == run) {
      EndedLeaf.record(mine, leaf, id, parent, begin, now);
    } else if (!isRecordedOnCarrier(leaf, id, parent, begin, now)) {
      write(ended(leaf, id, parent, begin), now);
    }
  }

  private boolean isRecordedOnCarrier(int leaf, long id, long parent, long begin, long now) {
    ExclusiveRing entered = outlet.enterCarrier();
    if (entered == null) {
      return false;
    }
    try {
      boolean isNext = entered.announced() == run;
      if (isNext) {
        EndedLeaf.record(entered, leaf, id, parent, begin, now);
      }
      return isNext;
    } finally {
      entered.leave();
    }
  }

  @Override
  protected void onFail(int leaf, long id, long parent, long begin, Throwable error) {
    long now = System.nanoTime();
    EndedLeaf ended = ended(leaf, id, parent, begin);
    ended.fail(error);
    write(ended, now);
    endedLeaf = null;
  }

  @Override
  protected void onOutside(int leaf) {
    recorder.leaves().get(leaf).calledOutside();
  }

  private EndedLeaf ended(int leaf, long id, long parent, long begin) {
    EndedLeaf ended = endedLeaf;
    if (ended == null || ended.run() != run) {
      ended = new EndedLeaf(Objects.requireNonNull(run));
      endedLeaf = ended;
    }
    ended.set(leaf, id, parent, begin);
    return ended;
  }
}
