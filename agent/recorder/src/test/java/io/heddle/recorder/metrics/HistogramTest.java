package io.heddle.recorder.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {
  private static final int SEEDS = 100;
  private static final double NANOS = 1e9;

  private final Histogram histogram = new Histogram();

  /** Hands its registration to the test. */
  private static final class Reader implements MetricReader {
    private CollectionRegistration registration = CollectionRegistration.noop();

    @Override
    public void register(CollectionRegistration given) {
      registration = given;
    }

    ExponentialHistogramPointData only() {
      return registration
          .collectAllMetrics()
          .iterator()
          .next()
          .getExponentialHistogramData()
          .getPoints()
          .iterator()
          .next();
    }

    @Override
    public CompletableResultCode forceFlush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public AggregationTemporality getAggregationTemporality(InstrumentType type) {
      return AggregationTemporality.CUMULATIVE;
    }
  }

  private static ExponentialHistogramPointData oracle(List<Long> durations) {
    Reader reader = new Reader();
    View view =
        View.builder().setAggregation(Aggregation.base2ExponentialBucketHistogram()).build();
    try (SdkMeterProvider provider =
        SdkMeterProvider.builder()
            .registerMetricReader(reader)
            .registerView(InstrumentSelector.builder().setName("oracle").build(), view)
            .build()) {
      DoubleHistogram told = provider.get("test").histogramBuilder("oracle").build();
      durations.forEach(ns -> told.record(ns / NANOS));
      return reader.only();
    }
  }

  private List<Long> counts() {
    return IntStream.range(0, histogram.bucketsInUse())
        .mapToObj(i -> histogram.bucketCount(histogram.lowest() + i))
        .toList();
  }

  private static List<Long> durations(long seed) {
    Random random = new Random(seed);
    int spread = 1 + random.nextInt(62);
    return random
        .longs(1 + random.nextInt(400))
        .mapToObj(bits -> (bits >>> 1) >> (62 - random.nextInt(spread)))
        .toList();
  }

  @Test
  void anyDurations_giveWhatTheSdkGives() {
    for (long seed = 0; seed < SEEDS; seed++) {
      List<Long> durations = durations(seed);
      histogram.reset();
      durations.forEach(histogram::add);
      ExponentialHistogramPointData expected = oracle(durations);
      assertThat(histogram.scale()).as("scale, seed %d", seed).isEqualTo(expected.getScale());
      assertThat(histogram.count()).isEqualTo(expected.getCount());
      assertThat(histogram.zeros()).isEqualTo(expected.getZeroCount());
      assertThat(histogram.minSeconds()).isEqualTo(expected.getMin());
      assertThat(histogram.maxSeconds()).isEqualTo(expected.getMax());
      if (histogram.bucketsInUse() > 0) {
        assertThat(histogram.lowest()).isEqualTo(expected.getPositiveBuckets().getOffset());
        assertThat(counts()).isEqualTo(expected.getPositiveBuckets().getBucketCounts());
      }
    }
  }

  @Test
  void sum_isThatOfWholeNanoseconds() {
    for (int i = 0; i < 1_000_000; i++) {
      histogram.add(100_000_001);
    }
    assertThat(histogram.sumSeconds()).isEqualTo(100_000.001);
  }

  @Test
  void shortestAndLongestTimeThereIs_fit() {
    histogram.add(1);
    histogram.add(Long.MAX_VALUE);
    assertThat(histogram.scale()).isEqualTo(1);
    assertThat(histogram.bucketsInUse()).isLessThanOrEqualTo(Histogram.MAX_BUCKETS);
    assertThat(counts().get(0)).isEqualTo(1);
    assertThat(counts().get(histogram.bucketsInUse() - 1)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {125_000_000, 500_000_000, 1_000_000_000, 8_000_000_000L})
  void powerOfTwoSeconds_isTheUpperBoundOfItsBucket(long ns) {
    histogram.add(ns);
    double log2 = Math.log(ns / NANOS) / Math.log(2);
    assertThat(histogram.lowest()).isEqualTo(((int) Math.rint(log2) << 20) - 1);
  }

  @Test
  void clockThatRanBackwards_countsAsNoTime() {
    histogram.add(-5);
    assertThat(histogram.zeros()).isEqualTo(1);
    assertThat(histogram.sumSeconds()).isZero();
  }
}
