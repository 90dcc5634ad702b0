package io.heddle.recorder.export;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way to the collector that the settings describe. Exporters are made when first needed, the
 * last one without retries: at the end of a process nobody has time for them. Drain thread only.
 */
public final class Transport {
  private final Function<Boolean, SpanExporter> factory;
  private final BatchLimits limits;
  private final Delivery delivery;
  private final boolean on;
  private @Nullable SpanExporter exporter;
  private @Nullable SpanExporter last;

  Transport(
      Function<Boolean, SpanExporter> factory, BatchLimits limits, Delivery delivery, boolean on) {
    this.factory = factory;
    this.limits = limits;
    this.delivery = delivery;
    this.on = on;
  }

  /**
   * The transport of this process.
   *
   * @param telemetry the {@code otel.*} settings by property name
   * @param warnings where lines for the user go
   */
  public static Transport of(Map<String, String> telemetry, Consumer<String> warnings) {
    ExporterSettings settings = new ExporterSettings(telemetry);
    return new Transport(
        settings::create,
        BatchLimits.of(telemetry),
        new Delivery(settings.endpoint(), warnings),
        settings.isOn());
  }

  /** Whether spans go anywhere. */
  boolean isOn() {
    return on;
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
