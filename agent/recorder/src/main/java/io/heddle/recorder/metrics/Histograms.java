package io.heddle.recorder.metrics;

import io.heddle.recorder.export.Attribute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Durations by attributes. The number of series is bounded: durations with further attributes go
 * into one series of their own, as OpenTelemetry's cardinality limit wants it. One thread.
 */
public final class Histograms implements Instrument {
  /** The default of the specification, the overflow included. */
  public static final int MAX_SERIES = 2_000;

  private static final List<Attribute> OVERFLOW =
      List.of(new Attribute("otel.metric.overflow", true));

  private final Description description;
  private final int maxSeries;
  private final Map<List<Attribute>, Histogram> series = new LinkedHashMap<>();

  public Histograms(Description description, int maxSeries) {
    this.description = description;
    this.maxSeries = maxSeries;
  }

  /** The histogram of those attributes, or of the overflow. It stays the same one. */
  public Histogram of(List<Attribute> attributes) {
    Histogram known = series.get(attributes);
    if (known != null) {
      return known;
    }
    List<Attribute> key = series.size() < maxSeries - 1 ? attributes : OVERFLOW;
    return series.computeIfAbsent(key, first -> new Histogram());
  }

  @Override
  public Description description() {
    return description;
  }

  /** In the order of their first use. */
  public Map<List<Attribute>, Histogram> series() {
    return series;
  }

  /** Whether no duration has been added since it began anew. */
  public boolean isEmpty() {
    return series.values().stream().allMatch(histogram -> histogram.count() == 0);
  }
}
