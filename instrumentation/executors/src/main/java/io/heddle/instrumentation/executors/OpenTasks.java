package io.heddle.instrumentation.executors;

import io.heddle.instrumentation.spi.WeakIdentityMap;
import io.heddle.recorder.Execution;
import io.heddle.recorder.OpenSpan;
import io.heddle.recorder.Recorder;
import org.jspecify.annotations.Nullable;

/** Tasks that were made inside runs and have not begun. Keeps none of them alive. Thread-safe. */
final class OpenTasks {
  private final Recorder recorder;
  private final WeakIdentityMap<OpenSpan> madeIn = new WeakIdentityMap<>();

  OpenTasks(Recorder recorder) {
    this.recorder = recorder;
  }

  /** The span that is open innermost on the calling thread; null outside of runs. */
  @Nullable OpenSpan here() {
    return recorder.innermost();
  }

  void made(Object task, OpenSpan in) {
    madeIn.put(task, in);
  }

  /**
   * The task begins on the calling thread.
   *
   * @return for {@link #end}; null if it belongs to no run, or to one that is over
   */
  @Nullable Execution begin(Object task) {
    OpenSpan in = madeIn.isEmpty() ? null : madeIn.remove(task);
    return in == null || in.run().isOver() ? null : recorder.lane().enter(in);
  }

  void end(Execution frame) {
    recorder.lane().leave(frame);
  }
}
