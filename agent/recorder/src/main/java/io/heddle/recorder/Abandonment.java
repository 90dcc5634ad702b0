package io.heddle.recorder;

import java.util.concurrent.CancellationException;

/** How what nobody ended is said to have ended: as what is cancelled. */
final class Abandonment {
  private Abandonment() {}

  static Throwable asError() {
    return new CancellationException("abandoned: its stream was dropped before its end");
  }
}
