package io.heddle.recorder.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is wrong with the values of OpenTelemetry's settings that are read where they are needed,
 * and replaced by their defaults there without a word.
 */
final class StandardSettings {
  private static final List<String> NUMBERS =
      List.of(
          "otel.bsp.max.export.batch.size",
          "otel.bsp.max.queue.size",
          "otel.bsp.schedule.delay",
          "otel.metric.export.interval");

  /** Their values may be secret. */
  private static final List<String> PAIRS =
      List.of(
          "otel.resource.attributes",
          "otel.exporter.otlp.headers",
          "otel.exporter.otlp.traces.headers",
          "otel.exporter.otlp.metrics.headers");

  /** Before the part of a name that is told apart for traces and metrics. */
  private static final List<String> OTLP =
      List.of("otel.exporter.otlp.", "otel.exporter.otlp.traces.", "otel.exporter.otlp.metrics.");

  private static final String TEMPORALITY = "otel.exporter.otlp.metrics.temporality.preference";
  private static final List<String> TEMPORALITIES = List.of("", "cumulative", "delta", "lowmemory");

  private final Map<String, String> telemetry;
  private final List<String> problems = new ArrayList<>();

  private StandardSettings(Map<String, String> telemetry) {
    this.telemetry = telemetry;
  }

  /** Each names its setting. */
  static List<String> problems(Map<String, String> telemetry) {
    StandardSettings settings = new StandardSettings(telemetry);
    for (String name : NUMBERS) {
      settings.number(name);
    }
    for (String name : PAIRS) {
      settings.pairs(name);
    }
    settings.temporality();
    for (String prefix : OTLP) {
      settings.otlp(prefix);
    }
    return settings.problems;
  }

  private String value(String name) {
    return telemetry.getOrDefault(name, "").trim();
  }

  private void number(String name) {
    String value = value(name);
    if (!value.isEmpty() && !value.matches("[1-9]\\d{0,8}")) {
      problems.add(
          "%s=%s is not valid (a whole number above 0); using the default".formatted(name, value));
    }
  }

  private void pairs(String name) {
    for (String pair : value(name).split(",", -1)) {
      if (!pair.isBlank() && pair.strip().indexOf('=') <= 0) {
        problems.add(name + " is not valid (key=value,key=value); what is none is left out");
        return;
      }
    }
  }

  private void temporality() {
    String value = value(TEMPORALITY);
    if (!TEMPORALITIES.contains(value.toLowerCase(Locale.ROOT))) {
      problems.add(
          "%s=%s is not valid (cumulative, delta or lowmemory); using cumulative"
              .formatted(TEMPORALITY, value));
    }
  }

  private void otlp(String prefix) {
    check(prefix + "protocol", "http/protobuf|grpc", "http/protobuf or grpc");
    check(prefix + "compression", "gzip|none", "gzip or none");
    check(prefix + "timeout", "\\d+ *(ms|s|m|h|d)?", "milliseconds, or with a unit as in 10s");
    check(prefix + "endpoint", "https?://\\S+", "as in http://localhost:4318");
  }

  private void check(String name, String pattern, String valid) {
    String value = value(name);
    if (!value.isEmpty() && !value.matches(pattern)) {
      String shown = new GivenSetting(name, value, GivenSetting.Origin.FILE).shown();
      problems.add(name + "=" + shown + " is not valid (" + valid + ")");
    }
  }
}
