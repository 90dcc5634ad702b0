package io.heddle.instrumentation.testkit.toy;

import io.heddle.instrumentation.spi.Probe;
import io.heddle.recorder.Execution;
import io.heddle.recorder.Recorder;
import io.heddle.recorder.Run;
import org.jspecify.annotations.Nullable;

/** Records nodes of a flow. */
final class StepProbe implements Probe {
  private final Recorder recorder;
  private final ThreadLocal<Run> runs;

  StepProbe(Recorder recorder, ThreadLocal<Run> runs) {
    this.recorder = recorder;
    this.runs = runs;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    Run run = runs.get();
    return run == null || first == null
        ? null
        : recorder.lane().begin(run, run.workflow().node(first.toString(), "code"));
  }

  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    if (token instanceof Execution execution) {
      recorder.lane().end(execution, error);
    }
    return result;
  }
}
