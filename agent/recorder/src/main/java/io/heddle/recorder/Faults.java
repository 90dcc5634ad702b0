package io.heddle.recorder;

import io.heddle.recorder.self.Counters;
import io.heddle.recorder.self.Log;
import java.util.function.Consumer;

/** Counts what goes wrong in the recorder itself, and tells it in debug. Thread-safe. */
final class Faults implements Consumer<Throwable> {
  private final Counters counters;
  private final Log log;

  Faults(Counters counters, Log log) {
    this.counters = counters;
    this.log = log;
  }

  @Override
  public void accept(Throwable fault) {
    counters.error();
    log.debug("a fault of our own: " + fault);
  }
}
