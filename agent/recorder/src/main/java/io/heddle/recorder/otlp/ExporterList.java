package io.heddle.recorder.otlp;

import java.util.List;

/** What {@code OTEL_TRACES_EXPORTER} and {@code OTEL_METRICS_EXPORTER} name: one or several. */
public final class ExporterList {
  public static final String OTLP = "otlp";

  private ExporterList() {}

  /** Whether OTLP is among them; the others belong to who else reads the setting. */
  public static boolean hasOtlp(String exporters) {
    return List.of(exporters.split("\\s*,\\s*", -1)).contains(OTLP);
  }
}
