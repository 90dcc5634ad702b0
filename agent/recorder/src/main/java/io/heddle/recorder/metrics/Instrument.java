package io.heddle.recorder.metrics;

/**
 * Something that is measured: one metric.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/general/metrics/">conventions</a>
 */
public sealed interface Instrument permits Counter, Gauge, Histograms {
  /**
   * What a metric says about itself.
   *
   * @param unit in UCUM
   * @param meaning one sentence
   */
  record Description(String name, String unit, String meaning) {}

  Description description();
}
