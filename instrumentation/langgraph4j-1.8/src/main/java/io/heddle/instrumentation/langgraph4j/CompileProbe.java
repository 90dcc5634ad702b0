package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.Probe;
import org.jspecify.annotations.Nullable;

/** The constructor of {@code CompiledGraph}: the graph is complete when it returns. */
record CompileProbe(Engine engine) implements Probe {
  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    if (self != null && error == null) {
      engine.graphs().capture(self);
    }
    return result;
  }
}
