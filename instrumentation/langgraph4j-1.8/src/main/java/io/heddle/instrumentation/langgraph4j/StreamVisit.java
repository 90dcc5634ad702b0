package io.heddle.instrumentation.langgraph4j;

import io.heddle.recorder.Execution;
import io.heddle.recorder.Lane;

/** One step of a streaming node's generator, on the thread that asked for it. */
final class StreamVisit {
  private final GraphRun run;
  private final Execution streaming;
  private boolean left;

  StreamVisit(GraphRun run, Execution streaming) {
    this.run = run;
    this.streaming = streaming;
  }

  GraphRun run() {
    return run;
  }

  void leave(Lane lane) {
    if (!left) {
      left = true;
      lane.leave(streaming);
    }
  }
}
