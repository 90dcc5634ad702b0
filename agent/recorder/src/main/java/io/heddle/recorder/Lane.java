package io.heddle.recorder;

import io.heddle.hook.HeddleHook;
import org.jspecify.annotations.Nullable;

/**
 * One thread's way into the recorder: its open executions, innermost last, and the ring it writes
 * to. Confined to its thread; ask {@link Recorder#lane()} each time and keep it no longer than the
 * method that asked. A virtual thread has a lane of its own whatever carrier it runs on.
 *
 * <p>Nothing here throws or blocks. Steady state allocates nothing; a record that finds the ring
 * full is dropped and counted.
 */
public final class Lane extends LeafLane {
  private static final String SUBWORKFLOW = "subworkflow";

  private final Recorder recorder;
  private final OpenExecutions open;

  /** An engine module's. */
  private @Nullable Object kept;

  private final LaneWatch watch = new LaneWatch(this);

  Lane(Recorder recorder, Thread owner) {
    super(recorder, owner);
    this.recorder = recorder;
    this.open = new OpenExecutions(recorder);
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

  /**
   * What {@link #kept} the calling thread's lane has, where that lane is found by a comparison;
   * null does not mean that there is nothing.
   */
  public static @Nullable Object keptNear() {
    return HeddleHook.predicted() instanceof Lane lane ? lane.kept : null;
  }

  boolean isOf(Recorder other) {
    return recorder == other;
  }

  /** The drain's view of it. */
  LaneWatch watch() {
    return watch;
  }

  /** The id given out last; only about right on other threads. */
  long newestId() {
    return lastId();
  }

  /** How far an id is from the one given out so many ids before. */
  static long apart(long ids) {
    return ID_STRIDE * ids;
  }

  /** Has the first leaf from that id on measured, however short it is. On any thread. */
  void sampleNear(long id) {
    sampleFrom(id);
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
   * Begins the node that a workflow is in the run of {@code outer}, as a child of whatever is
   * innermost on this thread. Its nodes belong to {@link Recorder#beginNested}.
   *
   * @param outer the {@link #current} execution
   */
  public Execution beginSubworkflow(Execution outer, Workflow workflow) {
    return beginBelow(outer, outer.run().workflow().node(workflow.name(), SUBWORKFLOW));
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
    return depth == 0 ? null : open.at(depth - 1);
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
    if (open.isPooled(execution, depth)) {
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
      open.give(execution, depth);
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
    return enter(entered, entered.parentSpanId());
  }

  /**
   * Makes what is around an operation the current one of this thread: what begins here becomes its
   * sibling. Pair it with {@link #leave} in a finally block.
   *
   * @param operation begun on any thread; detached, or open on this one
   * @return stands for what is around it; not to be ended
   */
  public Execution enterAround(Execution operation) {
    return enter(operation.run(), operation.parentId);
  }

  /**
   * Makes a span of another thread the current one of this thread, so that what begins here becomes
   * its child. Pair it with {@link #leave} in a finally block.
   *
   * @return stands for the span; not to be ended
   */
  public Execution enter(OpenSpan span) {
    return enter(span.run(), span.id());
  }

  private Execution enter(Run entered, long span) {
    Execution frame = push(entered, span);
    frame.standFor(entered, span);
    return frame;
  }

  private Execution push(Run inRun, long id) {
    Execution execution = open.pooled(depth, inRun);
    push(execution, inRun, id);
    return execution;
  }

  private void push(Execution execution, Run inRun, long id) {
    run(inRun);
    open.put(depth, execution, nest(id));
    depth++;
  }

  /** False when it is not open here. */
  private boolean pop(Execution execution) {
    int at = open.find(execution, depth);
    if (at == OpenExecutions.NOWHERE) {
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
    nest(open.outer(at));
    Execution around = current();
    if (around != null) {
      run(around.run());
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
}
