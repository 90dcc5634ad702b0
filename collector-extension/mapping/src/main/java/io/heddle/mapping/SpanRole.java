package io.heddle.mapping;

/** What a source says a span is. */
public enum SpanRole {
  /** Root of a workflow, also below another one. */
  WORKFLOW,
  /** Root of a workflow when no root is above it. */
  TOPMOST_WORKFLOW,
  NODE,
  /** Asks for a workflow or node that runs elsewhere and ends at once. */
  REQUEST,
  /** Like a request, of a workflow that goes on where the one around the span ends. */
  SUCCESSION,
  /** Like a request, of a workflow that nobody waits for. */
  DISPATCH,
  /** Nothing but the time for which the span above waited to begin. */
  WAIT,
  /** What a worker does of the node above, whose span began when the node was queued. */
  BODY,
  /** Anything else. */
  OPERATION;

  /** Whether the span only asks for another, which runs elsewhere. */
  public boolean asks() {
    return this == REQUEST || this == SUCCESSION || this == DISPATCH;
  }
}
