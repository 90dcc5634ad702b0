package io.heddle.recorder.sdk;

import io.heddle.recorder.export.Origin;
import io.heddle.recorder.metrics.Instrument;
import io.heddle.recorder.metrics.MetricWay;
import io.heddle.recorder.metrics.Period;
import io.heddle.recorder.metrics.Temporality;
import io.heddle.recorder.otlp.Signal;
import io.heddle.recorder.otlp.Verdict;
import io.heddle.recorder.sdk.FinishedSpan.SdkOrigin;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Metrics through OpenTelemetry's exporter: gRPC, TLS, and every other standard option. It makes
 * each attempt once: when to try again is its caller's to decide.
 */
public final class SdkMetrics implements MetricWay {
  /** The exporter has a time-out of its own, which is shorter. */
  private static final long LONGEST_MINUTES = 60;

  private final ExporterSettings settings;
  private final SdkOrigin origin;
  private @Nullable MetricExporter exporter;

  private SdkMetrics(ExporterSettings settings, SdkOrigin origin) {
    this.settings = settings;
    this.origin = origin;
  }

  /**
   * The way that the settings describe; a fault in them shows with the first request.
   *
   * @param telemetry the {@code otel.*} settings by property name
   */
  public static SdkMetrics of(Map<String, String> telemetry, Origin origin) {
    return new SdkMetrics(new ExporterSettings(telemetry, Signal.METRICS), SdkOrigin.of(origin));
  }

  @Override
  public Supplier<Verdict> request(
      List<Instrument> instruments, Period period, Temporality temporality) {
    SdkReadings readings = new SdkReadings(origin, period, temporality);
    List<MetricData> metrics =
        instruments.stream().map(readings::of).flatMap(Optional::stream).toList();
    return () -> send(metrics);
  }

  private Verdict send(List<MetricData> metrics) {
    CompletableResultCode result = exporter().export(metrics);
    boolean taken = result.join(LONGEST_MINUTES, TimeUnit.MINUTES).isSuccess();
    return taken ? new Verdict.Taken(0, "") : FailedExports.verdict(result.getFailureThrowable());
  }

  private MetricExporter exporter() {
    MetricExporter present = exporter;
    if (present == null) {
      present = settings.metrics();
      exporter = present;
    }
    return present;
  }

  @Override
  public String endpoint() {
    return settings.endpoint();
  }

  @Override
  public void close() {
    if (exporter != null) {
      exporter.shutdown();
    }
  }
}
