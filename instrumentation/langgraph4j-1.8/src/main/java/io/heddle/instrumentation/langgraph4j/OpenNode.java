package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.FutureEnd;
import io.heddle.recorder.Execution;
import io.heddle.recorder.Lane;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
  private final StatePlace place;
  private final NodeResult result = new NodeResult();
  private final NodeReads reads = new NodeReads();
  private final Opening opening = new Opening();
  private Phase phase = Phase.CLOSED;
  private @Nullable Execution execution;
  private @Nullable GraphNode node;
  private boolean runOver;

  /** Of the application's own class, which the engine may have heard of first. */
  private @Nullable CompletableFuture<?> awaited;

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
    if (awaited != null) {
      overtaken();
    }
    node = opened;
    opening.next(nodeState);
    reads.beginHere();
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
    return opening.number();
  }

  boolean isOpen(int number) {
    return generation() == number && !isClosed();
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

  boolean reads(Object stateObject) {
    return opening.isOf(stateObject);
  }

  @Nullable Execution execution() {
    return execution;
  }

  void read(String name, @Nullable Object value) {
    read(generation(), name, value);
  }

  /**
   * @param number of the opening whose state it was: the node may have been opened anew since
   */
  void read(int number, String name, @Nullable Object value) {
    reads.one(execution, number, name, value);
  }

  /** The node saw everything that is in {@code stateData}. */
  void readAll(Map<?, ?> stateData) {
    readAll(generation(), stateData);
  }

  /** As {@link #readAll(Map)} of the state of that opening. */
  void readAll(int number, Map<?, ?> stateData) {
    reads.all(number, stateData);
  }

  /** The node was handed that view of its whole state. */
  void handedOut(Map<?, ?> view, Map<?, ?> stateData) {
    reads.handedOut(view, stateData);
  }

  /** Somebody read the state and it cannot be told whether it was this node. */
  void readByUnknown() {
    reads.byUnknown(generation());
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
    Object seen = reads.seenThrough(generation(), returned);
    if (result.record(here, of.written(), seen)) {
      streamsFrom(lane);
    } else {
      handOver(here, seen);
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
      opening.forgetState();
    }
  }

  /** What goes on is that future, which may tell the engine of its end before it tells us. */
  void awaits(CompletableFuture<?> body) {
    awaited = body;
  }

  /** The engine goes on: the one before has ended, whether its future has said so or not. */
  private synchronized void overtaken() {
    CompletableFuture<?> body = awaited;
    awaited = null;
    if (body != null && phase == Phase.ASYNCHRONOUS) {
      completed(generation(), FutureEnd.valueOf(body), FutureEnd.failureOf(body));
    }
  }

  private void leaveThread(Lane lane, Phase next) {
    Execution here = execution;
    if (here != null) {
      execution = lane.detach(here);
    }
    reads.leaveThread();
    phase = next;
  }

  /** The future of an asynchronous body is done; a body that returned a generator goes on. */
  synchronized void completed(int number, @Nullable Object returned, @Nullable Throwable error) {
    Execution here = execution;
    GraphNode of = node;
    if (!isOpen(number) || here == null || of == null) {
      return;
    }
    if (error != null) {
      here.writesObserved(); // the engine drops what a failed node wrote
      endDetached(here, null, error);
      return;
    }
    Object seen = reads.seenThrough(number, returned);
    if (result.record(here, of.written(), seen)) {
      phase = Phase.STREAMING;
      streams();
    } else {
      endDetached(here, seen, null);
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
  synchronized void streamed(int number, @Nullable Throwable error) {
    Execution here = execution;
    if (isOpen(number) && isStreaming() && here != null) {
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
    Map<?, ?> all = reads.handOver(generation(), here);
    if (all != null) {
      here.readAll();
      here.inputValue(all);
      NodeResult.recordCopy(here, returned, all);
    }
  }

  /** Nobody will finish it. */
  synchronized void abandon() {
    Execution here = execution;
    if (here != null && (isStreaming() || phase == Phase.ASYNCHRONOUS)) {
      handOver(here, null);
      here.abandon();
    }
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
    opening.forgetState();
    reads.end();
    execution = null;
  }
}
