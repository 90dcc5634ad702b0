package io.heddle.instrumentation.opentelemetry;

import io.heddle.instrumentation.spi.Probe;
import org.jspecify.annotations.Nullable;

/** Somebody makes another context the current one. */
final class AttachProbe implements Probe {
  private final Views views;

  AttachProbe(Views views) {
    this.views = views;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    if (first != null) {
      views.beforeChange(first);
    }
    return null;
  }
}
