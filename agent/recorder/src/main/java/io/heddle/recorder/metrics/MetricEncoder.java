package io.heddle.recorder.metrics;

import io.heddle.recorder.export.Attribute;
import io.heddle.recorder.otlp.Envelope;
import io.heddle.recorder.otlp.KeyValueWriter;
import io.heddle.recorder.protobuf.ProtobufWriter;
import java.util.List;
import java.util.Map;

/**
 * Writes instruments as {@code opentelemetry.proto.metrics.v1.Metric}.
 *
 * @see <a href="https://github.com/open-telemetry/opentelemetry-proto">opentelemetry-proto</a>
 */
final class MetricEncoder {
  private static final int NAME = 1;
  private static final int DESCRIPTION = 2;
  private static final int UNIT = 3;
  private static final int GAUGE = 5;
  private static final int SUM = 7;
  private static final int EXPONENTIAL_HISTOGRAM = 10;

  private static final int POINTS = 1;
  private static final int TEMPORALITY = 2;
  private static final int IS_MONOTONIC = 3;
  private static final int DELTA = 1;
  private static final int CUMULATIVE = 2;

  private static final int START = 2;
  private static final int TIME = 3;
  private static final int NUMBER = 6;
  private static final int ATTRIBUTES_OF_NUMBER = 7;

  private static final int ATTRIBUTES = 1;
  private static final int COUNT = 4;
  private static final int TOTAL = 5;
  private static final int SCALE = 6;
  private static final int ZERO_COUNT = 7;
  private static final int POSITIVE = 8;
  private static final int MIN = 12;
  private static final int MAX = 13;
  private static final int OFFSET = 1;
  private static final int BUCKET_COUNTS = 2;

  private final ProtobufWriter out;
  private final Period period;
  private final Temporality temporality;

  MetricEncoder(ProtobufWriter out, Period period, Temporality temporality) {
    this.out = out;
    this.period = period;
    this.temporality = temporality;
  }

  /** Writes one; what begins anew with each request does so now. */
  void write(Instrument instrument) {
    if (isEmpty(instrument)) {
      return;
    }
    int metric = out.begin(Envelope.ITEM);
    out.text(NAME, instrument.description().name());
    out.text(DESCRIPTION, instrument.description().meaning());
    out.text(UNIT, instrument.description().unit());
    if (instrument instanceof Counter counter) {
      counter(counter);
    } else if (instrument instanceof Gauge gauge) {
      gauge(gauge.reading().get().orElseThrow());
    } else if (instrument instanceof Histograms histograms) {
      histograms(histograms);
    }
    out.end(metric);
  }

  private static boolean isEmpty(Instrument instrument) {
    return (instrument instanceof Histograms histograms && histograms.isEmpty())
        || (instrument instanceof Gauge gauge && gauge.reading().get().isEmpty());
  }

  private void gauge(long reading) {
    int gauge = out.begin(GAUGE);
    int point = out.begin(POINTS);
    times(false);
    out.fixed64(NUMBER, reading);
    out.end(point);
    out.end(gauge);
  }

  private void counter(Counter counter) {
    boolean anew = temporality.countersAnew();
    int sum = out.begin(SUM);
    for (Counter.Reading reading : anew ? counter.increase() : counter.total()) {
      int point = out.begin(POINTS);
      times(anew);
      out.fixed64(NUMBER, reading.value());
      attributes(ATTRIBUTES_OF_NUMBER, reading.attributes());
      out.end(point);
    }
    out.varint(TEMPORALITY, anew ? DELTA : CUMULATIVE);
    out.bool(IS_MONOTONIC, true);
    out.end(sum);
  }

  private void histograms(Histograms histograms) {
    boolean anew = temporality.histogramsAnew();
    int data = out.begin(EXPONENTIAL_HISTOGRAM);
    for (Map.Entry<List<Attribute>, Histogram> series : histograms.series().entrySet()) {
      if (series.getValue().count() > 0) {
        histogram(series.getKey(), series.getValue(), anew);
      }
    }
    out.varint(TEMPORALITY, anew ? DELTA : CUMULATIVE);
    out.end(data);
  }

  private void histogram(List<Attribute> attributes, Histogram histogram, boolean anew) {
    int point = out.begin(POINTS);
    attributes(ATTRIBUTES, attributes);
    times(anew);
    out.fixed64(COUNT, histogram.count());
    out.float64(TOTAL, histogram.sumSeconds());
    out.varint(SCALE, zigZag(histogram.scale()));
    out.fixed64(ZERO_COUNT, histogram.zeros());
    buckets(histogram);
    out.float64(MIN, histogram.minSeconds());
    out.float64(MAX, histogram.maxSeconds());
    out.end(point);
    if (anew) {
      histogram.reset();
    }
  }

  private void buckets(Histogram histogram) {
    int used = histogram.bucketsInUse();
    if (used == 0) {
      return;
    }
    int positive = out.begin(POSITIVE);
    out.varint(OFFSET, zigZag(histogram.lowest()));
    int counts = out.begin(BUCKET_COUNTS);
    for (int i = 0; i < used; i++) {
      out.element(histogram.bucketCount(histogram.lowest() + i));
    }
    out.end(counts);
    out.end(positive);
  }

  private void times(boolean anew) {
    out.fixed64(START, period.start(anew));
    out.fixed64(TIME, period.nowNs());
  }

  private void attributes(int field, List<Attribute> attributes) {
    attributes.forEach(attribute -> KeyValueWriter.write(out, field, attribute));
  }

  /** As {@code sint32} is written. */
  private static long zigZag(int value) {
    return Integer.toUnsignedLong((value << 1) ^ (value >> 31));
  }
}
