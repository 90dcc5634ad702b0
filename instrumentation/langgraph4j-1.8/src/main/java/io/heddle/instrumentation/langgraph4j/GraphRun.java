package io.heddle.instrumentation.langgraph4j;

import io.heddle.recorder.Execution;
import io.heddle.recorder.Lane;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.Run;
import java.lang.ref.WeakReference;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One generator of the engine: a run from its first {@code next()} to its end, its error or its
 * cancellation. The engine drives it from one thread at a time; only {@link #cancel} comes from
 * anywhere.
 */
final class GraphRun {
  private final WeakReference<Object> generator;
  private final CompiledWorkflow workflow;
  private final @Nullable OpenNode outer;
  private final int outerOpening;
  private final OpenNode node;
  private final Predecessors predecessors = new Predecessors();
  private final AtomicBoolean driving = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile boolean cancelled;
  private volatile @Nullable Throwable lateFailure;
  private @Nullable Run run;
  private @Nullable Fanout fanout;
  private @Nullable WeakReference<Object> asker;
  private @Nullable Position position;
  private @Nullable GraphNode last;
  private @Nullable GraphRun runBefore;
  private @Nullable OpenNode nodeBefore;
  private @Nullable StreamVisit visit;
  private boolean stepped;
  private boolean bodyEnded;
  private boolean otherThanValue;
  private @Nullable Class<?> stateClass;
  private boolean readsShow;

  /**
   * @param generator the engine's, which is not kept
   * @param outer the node in whose body the generator was made; null for a run of its own
   * @param states where its sequential nodes are found by their state
   */
  GraphRun(
      Object generator, CompiledWorkflow workflow, @Nullable OpenNode outer, OpenStates states) {
    this.generator = new WeakReference<>(generator);
    this.workflow = workflow;
    this.outer = outer;
    this.outerOpening = outer == null ? 0 : outer.generation();
    this.node = new OpenNode(states);
  }

  boolean isOf(Object other) {
    return generator.refersTo(other);
  }

  /** The engine asks for its steps through that generator. */
  void askedThrough(Object outerGenerator) {
    if (!isAskedThrough(outerGenerator)) {
      asker = new WeakReference<>(outerGenerator);
    }
  }

  boolean isAskedThrough(Object outerGenerator) {
    WeakReference<Object> known = asker;
    return known != null && known.refersTo(outerGenerator);
  }

  /** Whether its node streams, or has streamed and nobody has taken note of the end. */
  boolean streams() {
    return visit != null || node.isStreaming();
  }

  /** The node of this step has returned what it had to. */
  void bodyEnded() {
    bodyEnded = true;
  }

  /** The engine makes something else than a value for this step, or for one inside it. */
  void bringsNoValue() {
    otherThanValue = true;
  }

  /** Whether this step brings a value for sure. */
  boolean bringsValue() {
    return bodyEnded && !otherThanValue;
  }

  /** The last step brought a value. */
  void stepped() {
    stepped = true;
  }

  /** Whether the last step brought a value; asked once a step. */
  boolean takeStepped() {
    boolean brought = stepped;
    stepped = false;
    return brought;
  }

  CompiledWorkflow workflow() {
    return workflow;
  }

  /**
   * The node of its graph that runs now; mostly the one that came after the last one in another run
   * too.
   *
   * @return null for the engine's pseudo node around a fan-out
   */
  @Nullable GraphNode next(String id, Object action) {
    GraphNode before = last;
    GraphNode guess = before == null ? null : before.next();
    if (guess != null && guess.isCalled(id)) {
      last = guess;
      return guess;
    }
    ActionKind kind = ActionKind.of(action);
    return kind == ActionKind.FANOUT ? null : unexpected(before, workflow.node(id, kind));
  }

  private GraphNode unexpected(@Nullable GraphNode before, GraphNode found) {
    if (before != null) {
      before.next(found);
    }
    last = found;
    return found;
  }

  /** Whether all its node's reads of that state show; its states are mostly of one class. */
  boolean showsEveryRead(Object state, StateClasses classes) {
    Class<?> type = state.getClass();
    if (stateClass != type) {
      stateClass = type;
      readsShow = classes.showEveryRead(state);
    }
    return readsShow;
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

  /** The recorder's run, begun on first use. */
  Run run(Recorder recorder) {
    Run known = run;
    if (known == null) {
      known = begin(recorder);
      run = known;
    }
    return known;
  }

  private Run begin(Recorder recorder) {
    node.findable();
    Execution within = outer != null && outer.isOpen(outerOpening) ? outer.execution() : null;
    return within != null
        ? recorder.beginNested(workflow.workflow(), within)
        : recorder.beginRun(workflow.workflow());
  }

  /**
   * The engine begins to work on it on this thread.
   *
   * @return whether it is still a run: a generator asked after its end is none
   */
  boolean drive(Position here) {
    if (ended.get()) {
      return false;
    }
    driving.setRelease(true);
    stepped = false;
    bodyEnded = false;
    otherThanValue = false;
    position = here;
    runBefore = here.run();
    nodeBefore = here.node();
    here.in(this);
    return true;
  }

  /** The engine leaves it, having reached its end or not. */
  void rest(boolean finished, @Nullable Throwable error) {
    Position here = position;
    if (here != null) {
      here.back(runBefore, nodeBefore);
    }
    runBefore = null;
    nodeBefore = null;
    driving.setRelease(false);
    if (finished) {
      end(error);
    } else if (cancelled) {
      end(new CancellationException());
    }
    if (here != null && isOver()) {
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
    boolean rests = !driving.get();
    if (rests) {
      end(new CancellationException());
    }
    return rests;
  }

  /**
   * A streaming node's generator is asked on this thread: what it calls becomes its operations.
   *
   * @return null if no node streams, or it is a subgraph, whose nodes have executions of their own
   */
  @Nullable StreamVisit enterStream(Lane lane) {
    Execution streaming = node.isStreaming() && !node.isSubgraph() ? node.execution() : null;
    if (streaming == null) {
      return null;
    }
    lane.enter(streaming);
    visit = new StreamVisit(this, streaming);
    return visit;
  }

  /** The engine itself is asked again: a node that streamed has ended. */
  void leaveStream(Lane lane) {
    if (visit != null) {
      visit.leave(lane);
      visit = null;
    }
    node.streamed(node.generation(), null);
  }

  void end(@Nullable Throwable error) {
    Run begun = run;
    if (begun != null && ended.compareAndSet(false, true)) {
      node.streamed(node.generation(), error);
      begun.end(error);
      node.runIsOver();
      endOuter(error);
    }
  }

  boolean isOver() {
    return ended.getPlain();
  }

  void endIfFailed(@Nullable Throwable error) {
    if (error != null) {
      end(Failures.unwrapped(error));
    }
  }

  /** The node of a compiled subgraph lasts as long as the subgraph's own run. */
  private void endOuter(@Nullable Throwable error) {
    if (outer != null && outer.isSubgraph()) {
      outer.streamed(outerOpening, error);
    }
  }

  /** The thread that drove it to its end, or past it, lets go of it. */
  void release() {
    node.runIsOver();
  }

  /** Its generator was collected before its end, or before who drove it learnt of that. */
  void abandon() {
    node.abandon();
    node.runIsOver();
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
