package io.heddle.recorder;

import org.jspecify.annotations.Nullable;

/**
 * One thread's way into the recorder: its open executions, innermost last, and the ring it writes
 * to. Confined to its thread; ask {@link Recorder#lane()} each time and keep it no longer than the
 * method that asked. A virtual thread has a lane of its own whatever carrier it runs on.
 *
 * <p>Nothing here throws or blocks. Steady state allocates nothing; a record that finds the ring
 * full is dropped and counted.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Lane {
  Lane() {}

  /**
   * Begins an execution of a node and makes it the current one. The clock is read last. The span's
   * parent is the run's {@link Run#parentSpanId()}, whatever is open on this thread.
   */
  public Execution begin(Run run, Node node) {
    throw new UnsupportedOperationException("not there yet");
  }

  /**
   * Begins an operation below the current execution and makes it the current one.
   *
   * @param name the span's name, for example {@code chat gpt-4o}
   * @param type what it is: llm, tool, http_request, knowledge_retrieval ...
   * @return null when nothing is open on this thread: operations outside a run are not recorded
   */
  public @Nullable Execution beginOperation(String name, String type) {
    throw new UnsupportedOperationException("not there yet");
  }

  /** The innermost open execution of this thread; null when there is none. */
  public @Nullable Execution current() {
    throw new UnsupportedOperationException("not there yet");
  }

  /**
   * Ends an execution that this thread began. The clock is read first. Executions begun after it
   * and never ended are discarded and counted; one that is not open here is ignored and counted.
   *
   * @param error why it failed, else null
   */
  public void end(Execution execution, @Nullable Throwable error) {
    throw new UnsupportedOperationException("not there yet");
  }

  /**
   * Takes an execution off this thread without ending it: for bodies that go on elsewhere (futures,
   * streams).
   *
   * @return the same execution, no longer pooled; {@link Execution#end} ends it on any thread
   */
  public Execution detach(Execution execution) {
    throw new UnsupportedOperationException("not there yet");
  }

  /**
   * Makes a detached execution the current one of this thread, so that operations begun here become
   * its children. Pair it with {@link #leave} in a finally block.
   */
  public void enter(Execution detached) {
    throw new UnsupportedOperationException("not there yet");
  }

  /** Undoes {@link #enter}; the execution stays open. */
  public void leave(Execution detached) {
    throw new UnsupportedOperationException("not there yet");
  }
}
