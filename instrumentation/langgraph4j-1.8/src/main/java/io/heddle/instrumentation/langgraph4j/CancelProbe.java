package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.Probe;
import org.jspecify.annotations.Nullable;

/** {@code AsyncGenerator$BaseCancellable.cancel(boolean)}: the user gives a run up. */
record CancelProbe(Engine engine) implements Probe {
  @Override
  public @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    GraphRun run = self == null ? null : engine.runs().get(self);
    if (run != null) {
      run.cancel(engine.recorder());
    }
    return null;
  }
}
