package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.Probe;
import org.jspecify.annotations.Nullable;

/**
 * {@code AsyncGenerator$Data.done} and {@code error}: the step under way on this thread brings
 * something else than a value. So nobody needs to look into what every other step brought.
 */
record StepEndProbe(Engine engine) implements Probe {
  @Override
  public @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    GraphRun run = engine.position().run();
    if (run != null) {
      run.turn().bringsNoValue();
    }
    return null;
  }
}
