package io.heddle.instrumentation.opentelemetry;

import io.heddle.instrumentation.spi.Probe;
import org.jspecify.annotations.Nullable;

/** Somebody asks for the current context. */
final class CurrentProbe implements Probe {
  private final Views views;

  CurrentProbe(Views views) {
    this.views = views;
  }

  @Override
  public @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error) {
    return result == null ? null : views.seenAs(result);
  }
}
