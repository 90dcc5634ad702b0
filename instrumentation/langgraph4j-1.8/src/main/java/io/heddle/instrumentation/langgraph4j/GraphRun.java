package io.heddle.instrumentation.langgraph4j;

import io.heddle.recorder.Execution;
import io.heddle.recorder.Lane;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.Run;
import io.heddle.recorder.jvm.CompiledApart;
import java.lang.ref.WeakReference;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * One generator of the engine, which it refers to without keeping it: a run from its first {@code
 * next()} to its end, its error or its cancellation. The engine drives it from one thread at a
 * time; only {@link #cancel} comes from anywhere.
 */
final class GraphRun extends WeakReference<Object> {
  private final CompiledWorkflow workflow;
  private final @Nullable OpenNode outer;
  private final int outerOpening;
  private final OpenNode node;
  private final Turn turn = new Turn();
  private final Route route;
  private final NodeStream stream = new NodeStream(this);
  private final Predecessors predecessors = new Predecessors();
  private volatile boolean ended;
  private volatile boolean cancelled;
  private volatile @Nullable Throwable lateFailure;
  private @Nullable Run run;

  /** The node that it is in a run of another engine. */
  private @Nullable Execution subworkflow;

  private @Nullable Fanout fanout;
  private @Nullable StateClass stateClass;

  /**
   * @param generator the engine's, which is not kept
   * @param outer the node in whose body the generator was made; null for a run of its own
   * @param states where its sequential nodes are found by their state
   */
  GraphRun(
      Object generator, CompiledWorkflow workflow, @Nullable OpenNode outer, OpenStates states) {
    super(generator);
    this.workflow = workflow;
    this.outer = outer;
    this.outerOpening = outer == null ? 0 : outer.generation();
    this.node = new OpenNode(states);
    this.route = new Route(workflow);
  }

  boolean isOf(Object generator) {
    return refersTo(generator);
  }

  CompiledWorkflow workflow() {
    return workflow;
  }

  /** What the engine does for it now. */
  Turn turn() {
    return turn;
  }

  Route route() {
    return route;
  }

  NodeStream stream() {
    return stream;
  }

  /** The one sequential node that can be open at a time. */
  OpenNode node() {
    return node;
  }

  Predecessors predecessors() {
    return predecessors;
  }

  @Nullable Fanout fanout() {
    return fanout;
  }

  void fanout(@Nullable Fanout underWay) {
    fanout = underWay;
  }

  /** Whether all its node's reads of that state show; its states are mostly of one class. */
  boolean showsEveryRead(Object state, Engine engine) {
    Class<?> type = state.getClass();
    StateClass known = stateClass;
    if (known == null || !known.refersTo(type)) {
      known = engine.stateClasses().get(type);
      stateClass = known;
    }
    return known.showsEveryRead();
  }

  /** The recorder's run, begun on first use. */
  Run run(Engine engine) {
    Run known = run;
    if (known == null) {
      known = begin(engine.recorder());
      run = known;
    }
    return known;
  }

  @CompiledApart
  private Run begin(Recorder recorder) {
    node.findable();
    Execution within = outer == null ? subworkflow(recorder.lane()) : outerExecution(outer);
    return within != null
        ? recorder.beginNested(workflow.workflow(), within)
        : recorder.beginRun(workflow.workflow());
  }

  private @Nullable Execution outerExecution(OpenNode madeIn) {
    return madeIn.isOpen(outerOpening) ? madeIn.execution() : null;
  }

  private @Nullable Execution subworkflow(Lane lane) {
    Execution around = lane.current();
    if (around != null) {
      subworkflow = lane.detach(lane.beginSubworkflow(around, workflow.workflow()));
    }
    return subworkflow;
  }

  /**
   * The engine begins to work on it on this thread.
   *
   * @return whether it is still a run: a generator asked after its end is none
   */
  boolean drive(Position here) {
    if (ended) {
      return false;
    }
    turn.begins(here, this);
    return true;
  }

  /** The engine leaves it, having reached its end or not. */
  void rest(boolean finished, @Nullable Throwable error) {
    Position here = turn.ends();
    if (finished) {
      end(error);
    } else if (cancelled) {
      end(new CancellationException());
    }
    if (here != null && ended) {
      here.forget(this);
    }
  }

  /**
   * The user gives it up; what the engine is doing for it now is still recorded. {@link #rest}
   * leaves without a fence, which would be paid at every step; so one that seems to be driven is
   * looked at again when what it wrote must have arrived.
   */
  void cancel(Recorder recorder) {
    cancelled = true;
    if (!endUnlessDriven()) {
      recorder.afterwards(this::endUnlessDriven);
    }
  }

  private boolean endUnlessDriven() {
    boolean rests = !turn.isUnderWay();
    if (rests) {
      end(new CancellationException());
    }
    return rests;
  }

  void end(@Nullable Throwable error) {
    Run begun = run;
    if (begun != null && takeEnd()) {
      node.streamed(node.generation(), error);
      begun.end(error);
      node.runIsOver();
      endOuter(error);
    }
  }

  private synchronized boolean takeEnd() {
    boolean isFirst = !ended;
    ended = true;
    return isFirst;
  }

  boolean isOver() {
    return ended;
  }

  void endIfFailed(@Nullable Throwable error) {
    if (error != null) {
      end(Failures.unwrapped(error));
    }
  }

  /** The node of a compiled subgraph lasts as long as the subgraph's own run. */
  private void endOuter(@Nullable Throwable error) {
    Execution inOtherRun = subworkflow;
    if (inOtherRun != null) {
      inOtherRun.end(error);
    }
    if (outer != null && outer.isSubgraph()) {
      outer.streamed(outerOpening, error);
    }
  }

  /** The thread that drove it to its end, or past it, lets go of it. */
  void release() {
    node.runIsOver();
  }

  /** Its generator was collected: before its end, or before who drove it learnt of that. */
  void abandon() {
    if (cancelled) {
      end(new CancellationException());
    }
    node.abandon();
    node.runIsOver();
    Run begun = run;
    if (begun != null && takeEnd()) {
      begun.abandon();
      if (subworkflow != null) {
        subworkflow.abandon();
      }
    }
  }

  /** Keeps a failure of our own in a callback, where nobody counts it. */
  void failedLate(Throwable failure) {
    lateFailure = failure;
  }

  /** Throws what {@link #failedLate} kept, to where it is counted. */
  void throwLateFailure() {
    Throwable failure = lateFailure;
    if (failure != null) {
      lateFailure = null;
      throw new IllegalStateException("in the callback of a future", failure);
    }
  }
}
