package io.heddle.instrumentation.langgraph4j;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The number of a node's opening, and the state it was opened with. Written by the thread that
 * opens and closes the node, with release, since a volatile write would be a fence a node; read on
 * any thread.
 */
final class Opening {
  private static final VarHandle NUMBER;
  private static final VarHandle STATE;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      NUMBER = lookup.findVarHandle(Opening.class, "number", int.class);
      STATE = lookup.findVarHandle(Opening.class, "state", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private int number;

  /** Who reads the state elsewhere got it from the thread that wrote this. */
  @SuppressWarnings("unused") // by its handle
  private @Nullable Object state;

  /** One opening more; the state is told last. Only one thread opens at a time. */
  void next(Object nodeState) {
    NUMBER.setRelease(this, number + 1);
    STATE.setRelease(this, nodeState);
  }

  int number() {
    return (int) NUMBER.getAcquire(this);
  }

  @SuppressWarnings("ReferenceEquality") // one state is one object
  boolean isOf(Object stateObject) {
    return STATE.getAcquire(this) == stateObject;
  }

  void forgetState() {
    STATE.setRelease(this, null);
  }
}
