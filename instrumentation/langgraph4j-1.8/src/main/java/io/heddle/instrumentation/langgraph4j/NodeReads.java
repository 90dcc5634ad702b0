package io.heddle.instrumentation.langgraph4j;

import io.heddle.recorder.Execution;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an open node was seen reading, told to its execution at once by the thread that runs its
 * body, and at its end by all others.
 */
final class NodeReads {
  private final ReadsElsewhere elsewhere = new ReadsElsewhere();
  private @Nullable Thread owner;
  private @Nullable Map<?, ?> whole;

  /** The body runs on this thread. */
  void beginHere() {
    owner = Thread.currentThread();
  }

  /** The body does not run on its thread any more. */
  void leaveThread() {
    owner = null;
  }

  /**
   * It read one name.
   *
   * @param execution of the node, if it has begun
   */
  void one(@Nullable Execution execution, int opening, String name, @Nullable Object value) {
    if (isOwn() && execution != null) {
      execution.read(name, value);
    } else {
      elsewhere.one(opening, name, value);
    }
  }

  /** It saw the whole state. */
  void all(int opening, Map<?, ?> stateData) {
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
  void byUnknown(int opening) {
    elsewhere.unknown(opening);
  }

  /**
   * Tells the execution what it has not been told yet.
   *
   * @return the whole state if that was seen
   */
  @Nullable Map<?, ?> handOver(int opening, Execution execution) {
    Map<?, ?> seenElsewhere = elsewhere.handOver(opening, execution);
    return whole == null ? seenElsewhere : whole;
  }

  void end() {
    owner = null;
    whole = null;
  }
}
