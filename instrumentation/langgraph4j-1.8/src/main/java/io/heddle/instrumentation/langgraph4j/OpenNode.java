package io.heddle.instrumentation.langgraph4j;

import io.heddle.recorder.Execution;
import io.heddle.recorder.Lane;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An execution that has begun and not ended, and what its node was seen reading. A run reuses one
 * for its sequential nodes; each opening has a generation of its own, so that whoever kept a view
 * of an earlier one changes nothing.
 *
 * <p>Reads on the thread that began it go straight to the execution. Reads on other threads are
 * kept here under a lock and handed over at the end.
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

  private record Read(String name, @Nullable Object value) {}

  private final @Nullable OpenStates states;
  private final NodeResult result = new NodeResult();
  private final List<Read> readElsewhere = new ArrayList<>();
  private Phase phase = Phase.CLOSED;

  /** Written with release, since a volatile write would be a fence a node. */
  private int generation;

  /** As the generation; who reads the state elsewhere got it from the thread that wrote this. */
  @SuppressWarnings("unused") // by its handle
  private @Nullable Object state;

  private @Nullable Thread owner;
  private @Nullable Execution execution;
  private @Nullable GraphNode node;
  private ActionKind kind = ActionKind.CODE;
  private @Nullable Map<?, ?> whole;

  /** Where to be found whatever the state is; negative for nowhere. */
  private int place = OpenStates.NOWHERE;

  private boolean runOver;
  private int slot = OpenStates.NOWHERE;

  /**
   * @param states where to be found by state object; null if the state is not this node's alone
   */
  OpenNode(@Nullable OpenStates states) {
    this.states = states;
  }

  /** From now on each state it is opened with is found on other threads. */
  void findable() {
    place = states == null ? OpenStates.NOWHERE : states.enter(this);
  }

  /** Its run is over; a body that goes on is found to its end. */
  synchronized void runIsOver() {
    runOver = true;
    if (phase == Phase.CLOSED) {
      leavePlace();
    }
  }

  private void leavePlace() {
    if (states != null) {
      states.leave(this, place);
      place = OpenStates.NOWHERE;
    }
  }

  /** Opens it for a body that starts now on this thread. */
  void open(GraphNode opened, ActionKind actionKind, Object nodeState) {
    int next = generation + 1; // nobody else opens it
    GENERATION.setRelease(this, next);
    node = opened;
    kind = actionKind;
    STATE.setRelease(this, nodeState);
    whole = null;
    owner = Thread.currentThread();
    phase = Phase.RUNNING;
    if (place < 0 && states != null) {
      slot = states.enter(nodeState, this);
    }
  }

  /** The clock has been read: this is its execution. */
  void begun(Execution begun, boolean readsShow) {
    execution = begun;
    if (readsShow && isFindable()) {
      begun.readsObserved();
    } else {
      begun.readsUnknown();
    }
  }

  /** A branch shares its state with others, and is found by its thread. */
  private boolean isFindable() {
    return states == null || place >= 0 || slot >= 0;
  }

  int generation() {
    return (int) GENERATION.getAcquire(this);
  }

  boolean isOpen(int opening) {
    return generation() == opening && phase != Phase.CLOSED;
  }

  boolean isStreaming() {
    return phase == Phase.STREAMING;
  }

  boolean isSubgraph() {
    return kind == ActionKind.SUBGRAPH;
  }

  @SuppressWarnings("ReferenceEquality")
  boolean reads(Object stateObject) {
    return STATE.getAcquire(this) == stateObject;
  }

  @Nullable Execution execution() {
    return execution;
  }

  @SuppressWarnings("ReferenceEquality")
  void read(String name, @Nullable Object value) {
    Execution here = execution;
    if (Thread.currentThread() == owner && here != null) {
      here.read(name, value);
    } else {
      readElsewhere(new Read(name, value));
    }
  }

  private synchronized void readElsewhere(Read read) {
    if (phase != Phase.CLOSED) {
      readElsewhere.add(read);
    }
  }

  /** The node saw everything that is in {@code stateData}. */
  synchronized void readAll(Map<?, ?> stateData) {
    if (phase != Phase.CLOSED) {
      whole = stateData;
    }
  }

  /** Somebody read the state and it cannot be told whether it was this node. */
  synchronized void readByUnknown() {
    Execution here = execution;
    if (phase != Phase.CLOSED && here != null) {
      here.readsUnknown();
    }
  }

  /**
   * The body has returned on the thread that began it.
   *
   * @param returned the finished future's value
   * @return whether the execution has ended; a streaming one has not
   */
  synchronized boolean returned(Lane lane, @Nullable Object returned) {
    Execution here = execution;
    GraphNode of = node;
    if (here == null || of == null) {
      return true;
    }
    if (recordResult(here, of, returned)) {
      leaveThread(lane, Phase.STREAMING);
      streams();
      return false;
    }
    handOver(here);
    lane.end(here, null);
    close();
    return true;
  }

  /** The body has failed on the thread that began it. */
  synchronized void failed(Lane lane, Throwable error) {
    Execution here = execution;
    if (here != null) {
      here.writesObserved(); // the engine drops what a failed node wrote
      handOver(here);
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
      endDetached(here, error);
    } else if (recordResult(here, of, returned)) {
      phase = Phase.STREAMING;
      streams();
    } else {
      endDetached(here, null);
    }
  }

  private boolean recordResult(Execution here, GraphNode of, @Nullable Object returned) {
    boolean streams = result.record(here, of.written(), returned);
    Map<?, ?> all = whole; // asked only now: looking into the result may be looking at the state
    if (all != null && !streams) {
      NodeResult.recordCopy(here, returned, all);
    }
    return streams;
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
      endDetached(here, error);
    }
  }

  private void endDetached(Execution here, @Nullable Throwable error) {
    handOver(here);
    here.end(error);
    close();
  }

  private void handOver(Execution here) {
    for (int i = 0; i < readElsewhere.size(); i++) { // an iterator would be an object a node
      here.read(readElsewhere.get(i).name(), readElsewhere.get(i).value());
    }
    Map<?, ?> all = whole;
    if (all != null) {
      here.readAll();
      here.inputValue(all);
    }
  }

  /** Nobody will finish it. */
  synchronized void abandon() {
    if (phase != Phase.CLOSED) {
      close();
    }
  }

  private void close() {
    phase = Phase.CLOSED;
    if (slot >= 0 && states != null) {
      states.leave(this, slot);
      slot = OpenStates.NOWHERE;
    }
    if (runOver) {
      leavePlace();
    }
    STATE.setRelease(this, null);
    owner = null;
    execution = null;
    whole = null;
    readElsewhere.clear();
  }
}
