package io.heddle.recorder;

import io.heddle.recorder.export.NoExport;
import io.heddle.recorder.export.Origin;
import io.heddle.recorder.export.SpanCounts;
import io.heddle.recorder.export.SpanExport;
import io.heddle.recorder.otlp.DirectExport;
import io.heddle.recorder.otlp.ExporterList;
import io.heddle.recorder.sdk.SdkExport;
import io.heddle.recorder.self.Counters;
import io.heddle.recorder.self.Log;
import java.util.Map;

/** Chooses the way of spans out of the process. */
final class Exports {
  private Exports() {}

  /** The direct way if it does what the settings ask for, else OpenTelemetry's exporter. */
  static SpanExport of(Map<String, String> telemetry, Origin origin, Counters counters, Log log) {
    String exporter = telemetry.getOrDefault("otel.traces.exporter", ExporterList.OTLP);
    if (exporter.equals("none")) {
      return new NoExport();
    }
    SpanCounts counts = counts(counters);
    try {
      if (!ExporterList.hasOtlp(exporter)) {
        throw new IllegalArgumentException("the exporter is " + exporter);
      }
      SpanExport direct = DirectExport.of(telemetry, origin, counts, log::warn);
      log.debug("spans are sent over HTTP without OpenTelemetry's exporter");
      return direct;
    } catch (IllegalArgumentException reason) {
      log.debug("spans are sent through OpenTelemetry's exporter: " + reason.getMessage());
      return SdkExport.of(telemetry, origin, counts, log::warn);
    }
  }

  private static SpanCounts counts(Counters counters) {
    return new SpanCounts() {
      @Override
      public void exported(int spans) {
        counters.exported(spans);
      }

      @Override
      public void failed(int spans) {
        counters.failed(spans);
      }

      @Override
      public void problem(String reason) {
        counters.undelivered(reason);
      }

      @Override
      public void discarded(int spans) {
        counters.discarded(spans);
      }
    };
  }
}
