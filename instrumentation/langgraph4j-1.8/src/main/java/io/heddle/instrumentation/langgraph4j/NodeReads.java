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
  private @Nullable Map<?, ?> view;
  private @Nullable Map<?, ?> viewed;

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

  /** The node was handed that view of its whole state. */
  void handedOut(Map<?, ?> viewOfState, Map<?, ?> stateData) {
    viewed = stateData;
    view = viewOfState;
  }

  /**
   * The state itself where the node returned the view handed out last: it has seen all of it then.
   * Whatever else it returned is passed on.
   */
  @SuppressWarnings("ReferenceEquality") // others may look equal, and would have to be asked
  @Nullable Object seenThrough(int opening, @Nullable Object returned) {
    Map<?, ?> state = returned == view ? viewed : null;
    if (state == null) {
      return returned;
    }
    all(opening, state);
    return state;
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
    if (view != null) {
      view = null;
      viewed = null;
    }
  }
}
