package io.heddle.recorder.metrics;

/**
 * Since when the numbers of a request count, by the standard {@code
 * OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE}.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/metrics/sdk_exporters/otlp/">OTLP</a>
 */
public enum Temporality {
  /** Since the begin of the process. A request that is lost takes nothing with it. */
  CUMULATIVE(false, false),

  /** Since the last request. */
  DELTA(true, true),

  /** Histograms as in delta, counters as in cumulative: nothing has to be remembered. */
  LOWMEMORY(true, false);

  private final boolean histogramsAnew;
  private final boolean countersAnew;

  Temporality(boolean histogramsAnew, boolean countersAnew) {
    this.histogramsAnew = histogramsAnew;
    this.countersAnew = countersAnew;
  }

  /** Whether histograms begin anew with each request. */
  public boolean histogramsAnew() {
    return histogramsAnew;
  }

  /** Whether counters begin anew with each request. */
  public boolean countersAnew() {
    return countersAnew;
  }
}
