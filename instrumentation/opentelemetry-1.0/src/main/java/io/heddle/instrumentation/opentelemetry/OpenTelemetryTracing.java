package io.heddle.instrumentation.opentelemetry;

import io.heddle.recorder.HostSpan;
import io.heddle.recorder.HostTracing;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** OpenTelemetry as the recorder sees it. Thread-safe. */
final class OpenTelemetryTracing implements HostTracing {
  private final Apis apis;
  private final Suppression suppression = new Suppression();

  /** Of the first span that a run joined: its SDK need not be registered anywhere. */
  private volatile Map<String, String> resource = Map.of();

  OpenTelemetryTracing(Apis apis) {
    this.apis = apis;
  }

  @Override
  public @Nullable HostSpan current() {
    for (Api api : apis.all()) {
      Object span = api.currentSpan();
      HostSpan found = span == null ? null : api.describe(span);
      if (span != null && found != null) {
        learn(span);
        return found;
      }
    }
    return null;
  }

  private void learn(Object span) {
    if (resource.isEmpty()) {
      resource = Resources.ofSpan(span);
    }
  }

  @Override
  public Map<String, String> resource() {
    Map<String, String> joined = resource;
    return joined.isEmpty() ? registered() : joined;
  }

  private Map<String, String> registered() {
    return apis.all().stream()
        .map(Api::registeredResource)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(Map.of());
  }

  /** The agent alone traces other people's classes, ours among them. */
  @Override
  public void untraced(Runnable task) {
    suppression.run(task);
  }
}
