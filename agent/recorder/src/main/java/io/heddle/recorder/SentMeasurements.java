package io.heddle.recorder;

import io.heddle.recorder.export.Origin;
import io.heddle.recorder.export.Origins;
import io.heddle.recorder.metrics.DirectMetrics;
import io.heddle.recorder.metrics.Histograms;
import io.heddle.recorder.metrics.Instrument;
import io.heddle.recorder.metrics.MetricExport;
import io.heddle.recorder.metrics.MetricWay;
import io.heddle.recorder.otlp.ExporterList;
import io.heddle.recorder.sdk.SdkMetrics;
import io.heddle.recorder.self.Counters;
import io.heddle.recorder.self.Log;
import io.heddle.recorder.self.OwnMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Durations and the recorder's own counters on their way to a collector. Drain thread only. */
final class SentMeasurements implements Measurements {
  private static final String EXPORTER = "otel.metrics.exporter";
  private static final String ENDPOINT = "otel.exporter.otlp.metrics.endpoint";

  private final Durations durations;
  private final MetricExport export;

  private SentMeasurements(Durations durations, MetricExport export) {
    this.durations = durations;
    this.export = export;
  }

  /** What the settings describe. Who did not ask for metrics is not warned about them. */
  static Measurements of(Map<String, String> telemetry, Origin origin, Counters counters, Log log) {
    String exporter = telemetry.getOrDefault(EXPORTER, ExporterList.OTLP);
    if (exporter.equals("none")) {
      return new NoMeasurements();
    }
    boolean asked = telemetry.containsKey(EXPORTER) || telemetry.containsKey(ENDPOINT);
    Consumer<String> problems = asked ? log::warn : log::info;
    if (!ExporterList.hasOtlp(exporter)) {
      problems.accept("no metrics are sent: the exporter is " + exporter);
      return new NoMeasurements();
    }
    Durations durations = new Durations(Origins.serviceVersion(origin), Histograms.MAX_SERIES);
    List<Instrument> instruments = new ArrayList<>(durations.instruments());
    instruments.addAll(OwnMetrics.of(counters));
    return new SentMeasurements(
        durations, MetricExport.of(telemetry, way(telemetry, origin, log), instruments, problems));
  }

  /** The direct way if it does what the settings ask for, else OpenTelemetry's exporter. */
  private static MetricWay way(Map<String, String> telemetry, Origin origin, Log log) {
    try {
      return DirectMetrics.of(telemetry, origin);
    } catch (IllegalArgumentException reason) {
      log.debug("metrics are sent through OpenTelemetry's exporter: " + reason.getMessage());
      return SdkMetrics.of(telemetry, origin);
    }
  }

  @Override
  public void add(ExecutionRecord record) {
    durations.add(record);
  }

  @Override
  public void add(Run run, Run.End end) {
    durations.add(run, end);
  }

  @Override
  public int doWork() {
    return export.doWork();
  }

  @Override
  public void close(long patienceNs) {
    export.close(patienceNs);
  }
}
