package io.heddle.recorder;

import org.jspecify.annotations.Nullable;

/**
 * When something of each trace was last recorded to end. Records of a run mostly come in a row, so
 * that a trace, beside which lies what the application looks at, is only written to when it is the
 * turn of another. Drain thread only.
 */
@SuppressWarnings("ReferenceEquality") // a trace is one object
final class LastRecorded {
  private @Nullable Trace trace;
  private long newest;

  /** Something of that trace ended then, by the nano clock. */
  void add(Trace of, long nano) {
    turnTo(of);
    if (nano - newest > 0) {
      newest = nano;
    }
  }

  /** The latest of what was added; the trace's begin if nothing was. */
  long of(Trace wanted) {
    turnTo(wanted);
    return newest;
  }

  private void turnTo(Trace next) {
    Trace present = trace;
    if (present == next) {
      return;
    }
    if (present != null) {
      present.lastRecorded(newest);
    }
    trace = next;
    newest = next.lastRecorded();
  }
}
