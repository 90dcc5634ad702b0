package io.heddle.recorder.otlp;

/** What is sent; each signal has settings of its own and a path of its own. */
public enum Signal {
  TRACES("traces"),
  METRICS("metrics");

  private final String word;

  Signal(String word) {
    this.word = word;
  }

  /** As in {@code otel.exporter.otlp.traces.endpoint}. */
  public String word() {
    return word;
  }

  /** As in {@code /v1/traces}. */
  public String path() {
    return "v1/" + word;
  }
}
