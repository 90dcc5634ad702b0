package io.heddle.recorder.sdk;

import io.opentelemetry.sdk.autoconfigure.spi.internal.DefaultConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Chooses and makes the exporter as the standard {@code OTEL_*} settings say; the OTLP exporter's
 * own provider reads all of {@code OTEL_EXPORTER_OTLP_*}.
 */
final class ExporterSettings {
  private static final String EXPORTER = "otel.traces.exporter";
  private static final String PROTOCOL = "otel.exporter.otlp.protocol";
  private static final String TRACES_PROTOCOL = "otel.exporter.otlp.traces.protocol";
  private static final String ENDPOINT = "otel.exporter.otlp.endpoint";
  private static final String TRACES_ENDPOINT = "otel.exporter.otlp.traces.endpoint";
  private static final String NO_RETRY = "otel.java.exporter.otlp.retry.disabled";
  private static final String HTTP = "http/protobuf";
  private static final String GRPC = "grpc";

  private final Map<String, String> telemetry;

  ExporterSettings(Map<String, String> telemetry) {
    this.telemetry = new HashMap<>(telemetry);
    this.telemetry.putIfAbsent(PROTOCOL, HTTP);
  }

  /** A fault in the settings becomes an exporter that fails with it. */
  SpanExporter create(boolean retry) {
    Map<String, String> settings = new HashMap<>(telemetry);
    if (!retry) {
      settings.put(NO_RETRY, "true");
    }
    try {
      return provider().createExporter(DefaultConfigProperties.createFromMap(settings));
    } catch (RuntimeException e) {
      return new FailingExporter(e);
    }
  }

  private ConfigurableSpanExporterProvider provider() {
    ClassLoader loader = ExporterSettings.class.getClassLoader();
    return ServiceLoader.load(ConfigurableSpanExporterProvider.class, loader).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.getName().equals(name()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(EXPORTER + "=" + name() + " is not known"));
  }

  private String name() {
    return telemetry.getOrDefault(EXPORTER, "otlp");
  }

  /** For the user's eyes. */
  String endpoint() {
    String exact = telemetry.get(TRACES_ENDPOINT);
    if (exact != null) {
      return exact;
    }
    boolean grpc = GRPC.equals(telemetry.getOrDefault(TRACES_PROTOCOL, telemetry.get(PROTOCOL)));
    String base = telemetry.getOrDefault(ENDPOINT, "http://localhost:" + (grpc ? 4317 : 4318));
    return grpc ? base : base + (base.endsWith("/") ? "" : "/") + "v1/traces";
  }
}
