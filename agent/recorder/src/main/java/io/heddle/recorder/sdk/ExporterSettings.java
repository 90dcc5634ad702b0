package io.heddle.recorder.sdk;

import io.heddle.recorder.otlp.ExporterList;
import io.heddle.recorder.otlp.Signal;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.internal.DefaultConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.metrics.ConfigurableMetricExporterProvider;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;

/**
 * Chooses and makes the exporter of a signal as the standard {@code OTEL_*} settings say; the OTLP
 * exporter's own providers read all of {@code OTEL_EXPORTER_OTLP_*}.
 */
final class ExporterSettings {
  private static final String PREFIX = "otel.exporter.otlp.";
  private static final String PROTOCOL = PREFIX + "protocol";
  private static final String ENDPOINT = PREFIX + "endpoint";
  private static final String NO_RETRY = "otel.java.exporter.otlp.retry.disabled";
  private static final String HTTP = "http/protobuf";
  private static final String GRPC = "grpc";

  private final Map<String, String> telemetry;
  private final Signal signal;

  ExporterSettings(Map<String, String> telemetry, Signal signal) {
    this.telemetry = new HashMap<>(telemetry);
    this.telemetry.putIfAbsent(PROTOCOL, HTTP);
    this.signal = signal;
  }

  /** A fault in the settings becomes an exporter that fails with it. */
  SpanExporter spans(boolean retry) {
    try {
      return provider(
              ConfigurableSpanExporterProvider.class, ConfigurableSpanExporterProvider::getName)
          .createExporter(properties(retry));
    } catch (RuntimeException e) {
      return new FailingExporter(e);
    }
  }

  /**
   * An exporter that makes one attempt.
   *
   * @throws RuntimeException if there is a fault in the settings
   */
  MetricExporter metrics() {
    return provider(
            ConfigurableMetricExporterProvider.class, ConfigurableMetricExporterProvider::getName)
        .createExporter(properties(false));
  }

  private ConfigProperties properties(boolean retry) {
    Map<String, String> settings = new HashMap<>(telemetry);
    if (!retry) {
      settings.put(NO_RETRY, "true");
    }
    return DefaultConfigProperties.createFromMap(settings);
  }

  private <P> P provider(Class<P> kind, Function<P, String> nameOf) {
    return ServiceLoader.load(kind, ExporterSettings.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> nameOf.apply(provider).equals(name()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(exporter() + "=" + name() + " is not known"));
  }

  private String exporter() {
    return "otel." + signal.word() + ".exporter";
  }

  private String name() {
    String named = telemetry.getOrDefault(exporter(), ExporterList.OTLP);
    return ExporterList.hasOtlp(named) ? ExporterList.OTLP : named;
  }

  /** For the user's eyes. */
  String endpoint() {
    String exact = telemetry.get(ofSignal("endpoint"));
    if (exact != null) {
      return exact;
    }
    boolean grpc =
        GRPC.equals(telemetry.getOrDefault(ofSignal("protocol"), telemetry.get(PROTOCOL)));
    String base = telemetry.getOrDefault(ENDPOINT, "http://localhost:" + (grpc ? 4317 : 4318));
    return grpc ? base : base + (base.endsWith("/") ? "" : "/") + signal.path();
  }

  private String ofSignal(String name) {
    return PREFIX + signal.word() + "." + name;
  }
}
