package io.heddle.receiver;

import java.util.Locale;

/** An OTLP signal that is taken politely and not kept. */
public enum Signal {
  METRICS("Metrics", "DataPoints"),
  LOGS("Logs", "LogRecords");

  private final String title;
  private final String items;

  Signal(String title, String items) {
    this.title = title;
    this.items = items;
  }

  String httpPath() {
    return "/v1/" + lowerCase();
  }

  String grpcService() {
    return "opentelemetry.proto.collector." + lowerCase() + ".v1." + title + "Service";
  }

  String rejectedField() {
    return "rejected" + items;
  }

  /** What the sender is told, with the setting that stops it from sending. */
  Answer answer() {
    return new Answer.Partial(
        0, title + " are not kept by Heddle; OTEL_" + name() + "_EXPORTER=none stops sending them");
  }

  private String lowerCase() {
    return title.toLowerCase(Locale.ROOT);
  }
}
