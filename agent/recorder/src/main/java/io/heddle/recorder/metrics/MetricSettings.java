package io.heddle.recorder.metrics;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How metrics are sent, by the standard names.
 *
 * @param intervalNs time between two requests, {@code OTEL_METRIC_EXPORT_INTERVAL}
 */
record MetricSettings(long intervalNs, Temporality temporality) {
  private static final String INTERVAL = "otel.metric.export.interval";
  private static final String TEMPORALITY = "otel.exporter.otlp.metrics.temporality.preference";
  private static final long INTERVAL_MS = 60_000;

  /** What the {@code otel.*} settings say; a value that makes no sense is ignored. */
  static MetricSettings of(Map<String, String> telemetry) {
    String interval = telemetry.getOrDefault(INTERVAL, "");
    long ms = interval.matches("[1-9]\\d{0,8}") ? Long.parseLong(interval) : INTERVAL_MS;
    return new MetricSettings(
        TimeUnit.MILLISECONDS.toNanos(ms), temporality(telemetry.getOrDefault(TEMPORALITY, "")));
  }

  private static Temporality temporality(String text) {
    return switch (text.trim().toLowerCase(Locale.ROOT)) {
      case "delta" -> Temporality.DELTA;
      case "lowmemory" -> Temporality.LOWMEMORY;
      default -> Temporality.CUMULATIVE;
    };
  }
}
