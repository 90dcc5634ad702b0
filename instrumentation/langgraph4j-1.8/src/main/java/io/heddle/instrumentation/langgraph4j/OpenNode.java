package io.heddle.instrumentation.langgraph4j;

import io.heddle.recorder.Execution;
import io.heddle.recorder.Lane;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An execution that has begun and not ended, and what its node was seen reading. A run reuses one
 * for its sequential nodes; each opening has a generation of its own, so that whoever kept a view
 * of an earlier one changes nothing.
 *
 * <p>As long as the body runs, it belongs to the thread that opened it, and only that thread closes
 * it, without a lock. What goes on elsewhere is closed under one.
 */
final class OpenNode {
  /** How far the node has come. */
  private enum Phase {
    CLOSED,
    /** Its body runs on the thread that began it. */
    RUNNING,
    /** Its body returned a future that is not done. */
    ASYNCHRONOUS,
    /** Its body returned a generator that is not exhausted. */
    STREAMING
  }

  private static final VarHandle GENERATION;
  private static final VarHandle STATE;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      GENERATION = lookup.findVarHandle(OpenNode.class, "generation", int.class);
      STATE = lookup.findVarHandle(OpenNode.class, "state", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final StatePlace place;
  private final NodeResult result = new NodeResult();
  private final ReadsElsewhere elsewhere = new ReadsElsewhere();
  private Phase phase = Phase.CLOSED;

  /** Written with release, since a volatile write would be a fence a node. */
  private int generation;

  /** As the generation; who reads the state elsewhere got it from the thread that wrote this. */
  @SuppressWarnings("unused") // by its handle
  private @Nullable Object state;

  private @Nullable Thread owner;
  private @Nullable Execution execution;
  private @Nullable GraphNode node;
  private @Nullable Map<?, ?> whole;
  private boolean runOver;

  /**
   * @param states where to be found by state object; null if the state is not this node's alone
   */
  OpenNode(@Nullable OpenStates states) {
    this.place = new StatePlace(states);
  }

  /** From now on each state it is opened with is found on other threads. */
  void findable() {
    place.enterForRun(this);
  }

  /**
   * Its run is over; a body that goes on is found to its end. Called once more by whoever drives
   * the run, since its thread closes without a lock and may miss what another said meanwhile.
   */
  synchronized void runIsOver() {
    runOver = true;
    if (isClosed()) {
      place.leaveForRun(this);
    }
  }

  /** Opens it for a body that starts now on this thread. */
  void open(GraphNode opened, Object nodeState) {
    int next = generation + 1; // nobody else opens it
    GENERATION.setRelease(this, next);
    node = opened;
    STATE.setRelease(this, nodeState);
    owner = Thread.currentThread();
    phase = Phase.RUNNING;
    place.enter(this, nodeState);
  }

  /** The clock has been read: this is its execution. */
  void begun(Execution begun, boolean readsShow) {
    execution = begun;
    if (readsShow && place.isFound()) {
      begun.readsObserved();
    } else {
      begun.readsUnknown();
    }
  }

  int generation() {
    return (int) GENERATION.getAcquire(this);
  }

  boolean isOpen(int opening) {
    return generation() == opening && !isClosed();
  }

  boolean isClosed() {
    return phase == Phase.CLOSED;
  }

  boolean isStreaming() {
    return phase == Phase.STREAMING;
  }

  boolean isSubgraph() {
    GraphNode of = node;
    return of != null && of.kind() == ActionKind.SUBGRAPH;
  }

  @SuppressWarnings("ReferenceEquality")
  boolean reads(Object stateObject) {
    return STATE.getAcquire(this) == stateObject;
  }

  @Nullable Execution execution() {
    return execution;
  }

  void read(String name, @Nullable Object value) {
    read(generation(), name, value);
  }

  /**
   * @param opening whose state it was: elsewhere, the node may have been opened anew since
   */
  void read(int opening, String name, @Nullable Object value) {
    Execution here = execution;
    if (isOwn() && here != null) {
      here.read(name, value);
    } else {
      elsewhere.one(opening, name, value);
    }
  }

  /** The node saw everything that is in {@code stateData}. */
  void readAll(Map<?, ?> stateData) {
    readAll(generation(), stateData);
  }

  /** As {@link #readAll(Map)} of the state of that opening. */
  void readAll(int opening, Map<?, ?> stateData) {
    if (isOwn()) {
      whole = stateData;
    } else {
      elsewhere.all(opening, stateData);
    }
  }

  @SuppressWarnings("ReferenceEquality") // one thread is one object
  private boolean isOwn() {
    return Thread.currentThread() == owner;
  }

  /** Somebody read the state and it cannot be told whether it was this node. */
  void readByUnknown() {
    elsewhere.unknown(generation());
  }

  /**
   * The body has returned on the thread that began it.
   *
   * @param returned the finished future's value
   */
  void returned(Lane lane, @Nullable Object returned) {
    Execution here = execution;
    GraphNode of = node;
    if (here == null || of == null) {
      return;
    }
    if (result.record(here, of.written(), returned)) {
      streamsFrom(lane);
    } else {
      handOver(here, returned);
      lane.end(here, null);
      close();
    }
  }

  private synchronized void streamsFrom(Lane lane) {
    leaveThread(lane, Phase.STREAMING);
    streams();
  }

  /** The body has failed on the thread that began it. */
  void failed(Lane lane, Throwable error) {
    Execution here = execution;
    if (here != null) {
      here.writesObserved(); // the engine drops what a failed node wrote
      handOver(here, null);
      lane.end(here, error);
    }
    close();
  }

  /**
   * The body goes on elsewhere.
   *
   * @param readsShow whether reads on other threads can be told to be this node's
   */
  synchronized void continuesElsewhere(Lane lane, boolean readsShow) {
    leaveThread(lane, Phase.ASYNCHRONOUS);
    Execution here = execution;
    if (!readsShow && here != null) {
      here.readsUnknown();
      STATE.setRelease(this, null);
    }
  }

  private void leaveThread(Lane lane, Phase next) {
    Execution here = execution;
    if (here != null) {
      execution = lane.detach(here);
    }
    owner = null;
    phase = next;
  }

  /** The future of an asynchronous body is done; a body that returned a generator goes on. */
  synchronized void completed(int opening, @Nullable Object returned, @Nullable Throwable error) {
    Execution here = execution;
    GraphNode of = node;
    if (!isOpen(opening) || here == null || of == null) {
      return;
    }
    if (error != null) {
      here.writesObserved(); // the engine drops what a failed node wrote
      endDetached(here, null, error);
    } else if (result.record(here, of.written(), returned)) {
      phase = Phase.STREAMING;
      streams();
    } else {
      endDetached(here, returned, null);
    }
  }

  /** A subgraph hands back its whole state; what else a generator ends with is not seen. */
  private void streams() {
    Execution here = execution;
    if (here != null && isSubgraph()) {
      here.writeAll();
    } else if (here != null) {
      here.writesUnknown();
    }
  }

  /** The generator of a streaming node, or the inner run of a subgraph, is exhausted. */
  synchronized void streamed(int opening, @Nullable Throwable error) {
    Execution here = execution;
    if (isOpen(opening) && isStreaming() && here != null) {
      endDetached(here, null, error);
    }
  }

  private void endDetached(Execution here, @Nullable Object returned, @Nullable Throwable error) {
    handOver(here, returned);
    here.end(error);
    close();
  }

  /** Asked after the result's names: looking into the result may be looking at the state. */
  private void handOver(Execution here, @Nullable Object returned) {
    if (!place.isFound()) { // its run ended elsewhere while it began: nobody found it since
      here.readsUnknown();
    }
    Map<?, ?> seenElsewhere = elsewhere.handOver(generation, here);
    Map<?, ?> all = whole == null ? seenElsewhere : whole;
    if (all != null) {
      here.readAll();
      here.inputValue(all);
      NodeResult.recordCopy(here, returned, all);
    }
  }

  /** Nobody will finish it. */
  synchronized void abandon() {
    if (!isClosed()) {
      close();
    }
  }

  private void close() {
    phase = Phase.CLOSED;
    place.leave(this);
    if (runOver) {
      place.leaveForRun(this);
    }
    STATE.setRelease(this, null);
    owner = null;
    execution = null;
    whole = null;
  }
}
