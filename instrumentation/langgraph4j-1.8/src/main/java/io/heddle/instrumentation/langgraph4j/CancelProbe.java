package io.heddle.instrumentation.langgraph4j;

import io.heddle.instrumentation.spi.Probe;
import org.jspecify.annotations.Nullable;

/**
 * {@code AsyncGenerator$WithEmbed.cancel(boolean)}: the user gives a run up. Looked at when it
 * returns, because it cancels the runs inside of this one, and those end first.
 */
record CancelProbe(Engine engine) implements Probe {
  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    Object generator = self == null ? null : EmbedStack.generatorOf(self);
    GraphRun run = generator == null ? null : engine.runs().get(generator);
    if (run != null) {
      run.cancel(engine.recorder());
    }
    return result;
  }
}
