package io.heddle.instrumentation.testkit.toy;

import io.heddle.instrumentation.spi.Probe;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.Run;
import org.jspecify.annotations.Nullable;

/** Records runs of a flow. */
final class RunProbe implements Probe {
  private final Recorder recorder;
  private final ThreadLocal<Run> runs;

  RunProbe(Recorder recorder, ThreadLocal<Run> runs) {
    this.recorder = recorder;
    this.runs = runs;
  }

  @Override
  public Object enter(
      @Nullable Object self,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    Run run = recorder.beginRun(recorder.workflow("toy", "flow", null));
    runs.set(run);
    return run;
  }

  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    runs.remove();
    if (token instanceof Run run) {
      run.end(error);
    }
    return result;
  }
}
