package io.heddle.recorder.sdk;

import io.heddle.recorder.export.BatchLimits;
import io.heddle.recorder.export.Delivery;
import io.heddle.recorder.otlp.Signal;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way to the collector that the settings describe. Exporters are made when first needed, the
 * last one without retries: at the end of a process nobody has time for them. Drain thread only.
 */
final class SdkTransport {
  private final Function<Boolean, SpanExporter> factory;
  private final BatchLimits limits;
  private final Delivery delivery;
  private @Nullable SpanExporter exporter;
  private @Nullable SpanExporter last;

  SdkTransport(Function<Boolean, SpanExporter> factory, BatchLimits limits, Delivery delivery) {
    this.factory = factory;
    this.limits = limits;
    this.delivery = delivery;
  }

  /**
   * The transport of this process.
   *
   * @param telemetry the {@code otel.*} settings by property name
   * @param warnings where lines for the user go
   * @param problems gets the reason each time that something does not arrive
   */
  static SdkTransport of(
      Map<String, String> telemetry, Consumer<String> warnings, Consumer<String> problems) {
    ExporterSettings settings = new ExporterSettings(telemetry, Signal.TRACES);
    Delivery delivery = new Delivery(settings.endpoint(), warnings, problems);
    return new SdkTransport(settings::spans, BatchLimits.of(telemetry), delivery);
  }

  BatchLimits limits() {
    return limits;
  }

  Delivery delivery() {
    return delivery;
  }

  SpanExporter exporter() {
    SpanExporter present = exporter;
    if (present == null) {
      present = factory.apply(true);
      exporter = present;
    }
    return present;
  }

  SpanExporter lastExporter() {
    SpanExporter present = last;
    if (present == null) {
      present = factory.apply(false);
      last = present;
    }
    return present;
  }

  void close() {
    shutDown(exporter);
    shutDown(last);
  }

  private static void shutDown(@Nullable SpanExporter exporter) {
    if (exporter != null) {
      exporter.shutdown();
    }
  }
}
