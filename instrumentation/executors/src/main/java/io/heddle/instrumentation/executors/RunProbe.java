package io.heddle.instrumentation.executors;

import io.heddle.instrumentation.spi.Probe;
import io.heddle.recorder.Execution;
import org.jspecify.annotations.Nullable;

/** A task's body. */
record RunProbe(OpenTasks tasks) implements Probe {
  @Override
  public @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    return self == null ? null : tasks.begin(self);
  }

  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    if (token != null) {
      tasks.end((Execution) token);
    }
    return result;
  }
}
