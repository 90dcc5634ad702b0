package io.heddle.recorder.otlp;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code OTEL_EXPORTER_OTLP_*}: a name with the signal in it beats the general one. */
final class OtlpSettings {
  private static final String PREFIX = "otel.exporter.otlp.";

  private final Map<String, String> telemetry;
  private final Signal signal;

  OtlpSettings(Map<String, String> telemetry, Signal signal) {
    this.telemetry = telemetry;
    this.signal = signal;
  }

  /** Null when neither name is set. */
  @Nullable String of(String name) {
    String ofSignal = ofSignal(name);
    return ofSignal != null ? ofSignal : telemetry.get(PREFIX + name);
  }

  <T> T of(String name, String fallback, Function<String, T> reader) {
    String value = of(name);
    return reader.apply(value == null ? fallback : value);
  }

  /**
   * The endpoint of the signal as it is, else the general one with the signal's path.
   *
   * @throws IllegalArgumentException when there is something in the latter that no path can follow
   */
  String endpoint() {
    String exact = ofSignal("endpoint");
    if (exact != null) {
      return exact;
    }
    String base = telemetry.getOrDefault(PREFIX + "endpoint", "http://localhost:4318");
    if (base.indexOf('?') >= 0 || base.indexOf('#') >= 0) {
      throw new IllegalArgumentException("the general endpoint has a query or a fragment");
    }
    return base + (base.endsWith("/") ? "" : "/") + signal.path();
  }

  private @Nullable String ofSignal(String name) {
    return telemetry.get(PREFIX + signal.word() + "." + name);
  }
}
