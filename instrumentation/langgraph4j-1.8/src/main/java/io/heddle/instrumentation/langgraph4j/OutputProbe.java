package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.Probe;
import org.jspecify.annotations.Nullable;

/**
 * {@code CompiledGraph$AsyncNodeGenerator.nodeOutput()}: the last thing a step makes, if it brings
 * a value and not the end, a failure or an embedded generator. So nobody needs to look into what
 * such a step brought.
 */
record OutputProbe(Engine engine) implements Probe {
  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    if (error == null) {
      Position.of(engine).bringsValue();
    }
    return result;
  }
}
