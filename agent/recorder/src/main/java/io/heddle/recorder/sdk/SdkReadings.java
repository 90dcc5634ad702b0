package io.heddle.recorder.sdk;

import io.heddle.recorder.export.Attribute;
import io.heddle.recorder.metrics.Counter;
import io.heddle.recorder.metrics.Gauge;
import io.heddle.recorder.metrics.Histogram;
import io.heddle.recorder.metrics.Histograms;
import io.heddle.recorder.metrics.Instrument;
import io.heddle.recorder.metrics.Period;
import io.heddle.recorder.metrics.Temporality;
import io.heddle.recorder.sdk.FinishedSpan.SdkOrigin;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.Data;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramBuckets;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramData;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import io.opentelemetry.sdk.metrics.data.GaugeData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.metrics.data.SumData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** The numbers of instruments at one moment, as OpenTelemetry's exporter wants them. */
record SdkReadings(SdkOrigin origin, Period period, Temporality temporality) {
  /** What an instrument shows; what begins anew with each request does so now. */
  Optional<MetricData> of(Instrument instrument) {
    if (instrument instanceof Counter counter) {
      return Optional.of(metric(counter, MetricDataType.LONG_SUM, sum(counter)));
    }
    if (instrument instanceof Gauge gauge) {
      return gauge.reading().get().stream().boxed().findFirst().map(now -> gauge(gauge, now));
    }
    if (instrument instanceof Histograms histograms && !histograms.isEmpty()) {
      return Optional.of(
          metric(histograms, MetricDataType.EXPONENTIAL_HISTOGRAM, durations(histograms)));
    }
    return Optional.empty();
  }

  private MetricData metric(Instrument instrument, MetricDataType type, Data<?> data) {
    return new FinishedMetric(origin, instrument.description(), type, data);
  }

  private Data<?> sum(Counter counter) {
    boolean anew = temporality.countersAnew();
    List<LongPointData> points = new ArrayList<>();
    for (Counter.Reading reading : anew ? counter.increase() : counter.total()) {
      points.add(point(anew, reading.attributes(), reading.value()));
    }
    return SumData.createLongSumData(true, since(anew), points);
  }

  private MetricData gauge(Gauge gauge, long now) {
    LongPointData point = point(false, List.of(), now);
    return metric(gauge, MetricDataType.LONG_GAUGE, GaugeData.createLongGaugeData(List.of(point)));
  }

  private LongPointData point(boolean anew, List<Attribute> attributes, long value) {
    return LongPointData.create(
        period.start(anew), period.nowNs(), SdkAttributes.of(attributes), value);
  }

  private Data<?> durations(Histograms histograms) {
    boolean anew = temporality.histogramsAnew();
    List<ExponentialHistogramPointData> points = new ArrayList<>();
    for (Map.Entry<List<Attribute>, Histogram> series : histograms.series().entrySet()) {
      if (series.getValue().count() > 0) {
        points.add(point(anew, series.getKey(), series.getValue()));
      }
    }
    return ExponentialHistogramData.create(since(anew), points);
  }

  private ExponentialHistogramPointData point(
      boolean anew, List<Attribute> attributes, Histogram histogram) {
    ExponentialHistogramPointData point =
        ExponentialHistogramPointData.create(
            histogram.scale(),
            histogram.sumSeconds(),
            histogram.zeros(),
            true,
            histogram.minSeconds(),
            true,
            histogram.maxSeconds(),
            buckets(histogram),
            ExponentialHistogramBuckets.create(histogram.scale(), 0, List.of()),
            period.start(anew),
            period.nowNs(),
            SdkAttributes.of(attributes),
            List.of());
    if (anew) {
      histogram.reset();
    }
    return point;
  }

  private static ExponentialHistogramBuckets buckets(Histogram histogram) {
    int lowest = histogram.bucketsInUse() == 0 ? 0 : histogram.lowest();
    List<Long> counts =
        LongStream.range(lowest, lowest + histogram.bucketsInUse())
            .mapToObj(bucket -> histogram.bucketCount((int) bucket))
            .toList();
    return ExponentialHistogramBuckets.create(histogram.scale(), lowest, counts);
  }

  private static AggregationTemporality since(boolean anew) {
    return anew ? AggregationTemporality.DELTA : AggregationTemporality.CUMULATIVE;
  }
}
