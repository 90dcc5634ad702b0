package io.heddle.recorder;

import io.heddle.recorder.ring.Ring;
import io.heddle.recorder.ring.SharedRing;
import io.heddle.recorder.ring.SlotDescriptor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One thread's way into the recorder: its open executions, innermost last, and the ring it writes
 * to. Confined to its thread; ask {@link Recorder#lane()} each time and keep it no longer than the
 * method that asked. A virtual thread has a lane of its own whatever carrier it runs on.
 *
 * <p>Nothing here throws or blocks. Steady state allocates nothing; a record that finds the ring
 * full is dropped and counted.
 */
public final class Lane {
  private static final int INITIAL_DEPTH = 8;

  /** Null only in the place holder of an empty predicted slot. */
  private final @Nullable Thread owner;

  private final Recorder recorder;
  private final SpanIds ids;

  /** What is open; equal to {@link #pooled} at every depth whose execution nobody detached. */
  private @Nullable Execution[] open = new Execution[INITIAL_DEPTH];

  private @Nullable Execution[] pooled = new Execution[INITIAL_DEPTH];
  private int depth;
  private @Nullable Ring ring;

  /** The run of the last record in an exclusive ring. */
  private @Nullable Run announced;

  Lane(Recorder recorder, @Nullable Thread owner, SpanIds ids) {
    this.recorder = recorder;
    this.owner = owner;
    this.ids = ids;
  }

  @Nullable Thread owner() {
    return owner;
  }

  /**
   * Begins an execution of a node and makes it the current one. The clock is read last. The span's
   * parent is the run's {@link Run#parentSpanId()}, whatever is open on this thread.
   */
  public Execution begin(Run run, Node node) {
    Execution execution = push(run);
    execution.open(run, run.own(node), ids.next());
    return execution;
  }

  /**
   * Begins an execution of a node as a child of another one, in the same run. What ended last below
   * {@code outer}, if both began on this thread, is recorded as its predecessor: one thread does
   * one thing after the other.
   *
   * @param outer the {@link #current} execution
   */
  public Execution beginBelow(Execution outer, Node node) {
    long before = isPooled(outer) ? outer.lastBelow() : 0;
    Execution execution = push(outer.run());
    execution.openBelow(outer, outer.run().own(node), ids.next(), before);
    return execution;
  }

  /** Whether it is the innermost, and began on this thread. */
  private boolean isPooled(Execution outer) {
    return depth > 0 && pooled[depth - 1] == outer && open[depth - 1] == outer;
  }

  /**
   * Makes a run the current one of this thread: what begins here becomes a child of its root, or of
   * the outer execution if it is nested. Pair it with {@link #leave} in a finally block.
   *
   * @return stands for the run; not to be ended
   */
  public Execution enter(Run run) {
    Execution frame = push(run);
    frame.standFor(run);
    return frame;
  }

  /**
   * Begins an operation below the current execution and makes it the current one.
   *
   * @param name the span's name, for example {@code chat gpt-4o}
   * @param type what it is: llm, tool, http_request, knowledge_retrieval ...
   * @return null when nothing is open on this thread: operations outside a run are not recorded
   */
  public @Nullable Execution beginOperation(String name, String type) {
    Execution parent = current();
    if (parent == null) {
      return null;
    }
    Execution execution = push(parent.run());
    execution.openOperation(parent, Details.ofOperation(name, type), ids.next());
    return execution;
  }

  /** The innermost open execution of this thread; null when there is none. */
  public @Nullable Execution current() {
    return depth == 0 ? null : open[depth - 1];
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
      tellOuter(execution);
      write(execution, now, error);
    } else {
      execution.end(error);
    }
  }

  private void tellOuter(Execution ended) {
    Execution outer = current();
    if (outer != null && ended.isBelow(outer)) {
      outer.endedBelow(ended);
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
    ensureDepth();
    open[depth++] = detached;
  }

  /** Undoes {@link #enter}; the execution stays open. */
  public void leave(Execution detached) {
    pop(detached);
  }

  private Execution push(Run run) {
    ensureDepth();
    Execution execution = pooled[depth];
    if (execution == null) {
      execution = new Execution(recorder, run);
      pooled[depth] = execution;
    }
    if (open[depth] != execution) {
      open[depth] = execution;
    }
    depth++;
    return execution;
  }

  private void ensureDepth() {
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
      pooled = Arrays.copyOf(pooled, depth * 2);
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
    depth = at;
    return true;
  }

  /** Writes the record of an ended execution, of this thread or detached. */
  void write(Execution execution, long now, @Nullable Throwable error) {
    if (error != null) {
      execution.fail(error);
    }
    record(execution, now);
    execution.forget();
  }

  private void record(Execution execution, long now) {
    Ring target = ring();
    int slots = execution.slots();
    long at = target.claim(slots);
    if (at == Ring.FULL) {
      target.drop();
    } else if (target instanceof SharedRing) {
      writeShared(target, at, slots, execution, now);
    } else {
      boolean withRun = announced != execution.run();
      execution.write(target, at, now, withRun);
      target.commit(at, slots, ExecutionDescriptor.KIND);
      if (withRun) {
        announced = execution.run();
      }
    }
  }

  /**
   * An open claim would stop the consumer, so it is closed even when this thread runs out of stack.
   */
  private static void writeShared(Ring target, long at, int slots, Execution execution, long now) {
    int kind = SlotDescriptor.KIND_ABORTED;
    try {
      execution.write(target, at, now, true);
      kind = ExecutionDescriptor.KIND;
    } finally {
      target.commit(at, slots, kind);
    }
  }

  private Ring ring() {
    Ring mine = ring;
    if (mine == null) {
      mine = recorder.lanes().ringFor(this);
      ring = mine;
    }
    return mine;
  }
}
