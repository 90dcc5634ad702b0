package io.heddle.instrumentation.executors;

import io.heddle.instrumentation.spi.Probe;
import io.heddle.recorder.OpenSpan;
import org.jspecify.annotations.Nullable;

/**
 * A task's constructor. Those of classes derived from it are left alone: a task that is done again
 * and again belongs to nobody.
 */
record MadeProbe(OpenTasks tasks, String className) implements Probe {
  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    OpenSpan here = tasks.here();
    if (here != null && self != null && self.getClass().getName().equals(className)) {
      tasks.made(self, here);
    }
    return result;
  }
}
