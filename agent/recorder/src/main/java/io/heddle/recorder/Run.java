package io.heddle.recorder;

import org.jspecify.annotations.Nullable;

/**
 * One execution of a workflow. Thread-safe: any thread may begin nodes of it or end it. Spans of
 * one run share one anchor of the wall clock, so they never jump against each other.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Run {
  Run() {}

  /** The workflow that runs. */
  public Workflow workflow() {
    throw new UnsupportedOperationException("not there yet");
  }

  /** 32 hex digits. Allocates: for logs and tests. */
  public String traceId() {
    throw new UnsupportedOperationException("not there yet");
  }

  /** The span that the run's nodes are children of: its root, or the outer execution if nested. */
  public long parentSpanId() {
    throw new UnsupportedOperationException("not there yet");
  }

  /**
   * The engine's own id of this run; {@code heddle.run.id} of all its spans from now on. Without it
   * the trace id takes its place. Call it before the first node.
   */
  public void id(String engineRunId) {
    throw new UnsupportedOperationException("not there yet");
  }

  /** An attribute of the root span; ignored on a nested run. */
  public void attribute(String key, String value) {
    throw new UnsupportedOperationException("not there yet");
  }

  /** An attribute of the root span; ignored on a nested run. */
  public void attribute(String key, long value) {
    throw new UnsupportedOperationException("not there yet");
  }

  /**
   * Ends the run; later calls change nothing. Nodes that end later are still recorded.
   *
   * @param error what the engine reports as the run's failure, else null
   */
  public void end(@Nullable Throwable error) {
    throw new UnsupportedOperationException("not there yet");
  }
}
