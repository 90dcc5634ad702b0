package io.heddle.recorder.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.recorder.GrpcSink;
import io.heddle.recorder.export.Attribute;
import io.heddle.recorder.export.Origin;
import io.heddle.recorder.export.Origins;
import io.heddle.recorder.metrics.Counter;
import io.heddle.recorder.metrics.DirectMetrics;
import io.heddle.recorder.metrics.Gauge;
import io.heddle.recorder.metrics.Histograms;
import io.heddle.recorder.metrics.Instrument;
import io.heddle.recorder.metrics.MetricWay;
import io.heddle.recorder.metrics.Period;
import io.heddle.recorder.metrics.Temporality;
import io.heddle.recorder.otlp.Verdict;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both ways of metrics tell the same. */
@Timeout(60)
class SdkMetricsTest {
  private static final Period PERIOD = new Period(1_000, 2_000, 3_000);

  @AutoClose private final GrpcSink sink = GrpcSink.start();

  private final Origin origin =
      Origins.of(Map.of("otel.service.name", "s"), Map.of(), "main", "id");

  private static Instrument.Description described(String name) {
    return new Instrument.Description(name, "{span}", "About " + name + ".");
  }

  private static List<Instrument> instruments() {
    Histograms durations = new Histograms(described("durations"), 3);
    Random random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      durations
          .of(List.of(new Attribute("node", "n" + i % 4)))
          .add(i % 100 == 0 ? 0 : Math.abs(random.nextLong()) >>> random.nextInt(64));
    }
    List<Attribute> ring = List.of(new Attribute("ring", "0"));
    return List.of(
        durations,
        new Histograms(described("empty"), 3),
        new Counter(described("counter"), () -> List.of(new Counter.Reading(ring, 42))),
        new Gauge(described("gauge"), () -> OptionalLong.of(7)),
        new Gauge(described("absent"), OptionalLong::empty));
  }

  private ExportMetricsServiceRequest sent(MetricWay way, Temporality temporality) {
    try (way) {
      assertThat(way.request(instruments(), PERIOD, temporality).get())
          .isInstanceOf(Verdict.Taken.class);
    }
    return sink.metrics().get(sink.metrics().size() - 1);
  }

  private static List<Metric> metrics(ExportMetricsServiceRequest request) {
    return request.getResourceMetrics(0).getScopeMetrics(0).getMetricsList().stream()
        .map(SdkMetricsTest::withoutNegative)
        .toList();
  }

  /** The exporter says that there are none; we leave it out. */
  private static Metric withoutNegative(Metric metric) {
    Metric.Builder plain = metric.toBuilder();
    if (metric.hasExponentialHistogram()) {
      plain
          .getExponentialHistogramBuilder()
          .getDataPointsBuilderList()
          .forEach(ExponentialHistogramDataPoint.Builder::clearNegative);
    }
    return plain.build();
  }

  @ParameterizedTest
  @EnumSource
  void sameNumbers_areTheSameMessagesOnBothWays(Temporality temporality) {
    Map<String, String> http = Map.of("otel.exporter.otlp.endpoint", sink.endpoint());
    Map<String, String> grpc =
        Map.of(
            "otel.exporter.otlp.endpoint", sink.endpoint(), "otel.exporter.otlp.protocol", "grpc");
    ExportMetricsServiceRequest direct = sent(DirectMetrics.of(http, origin), temporality);
    ExportMetricsServiceRequest other = sent(SdkMetrics.of(grpc, origin), temporality);

    assertThat(metrics(other)).hasSize(3).isEqualTo(metrics(direct));
    assertThat(other.getResourceMetrics(0).getResource())
        .isEqualTo(direct.getResourceMetrics(0).getResource());
    assertThat(other.getResourceMetrics(0).getScopeMetrics(0).getScope())
        .isEqualTo(direct.getResourceMetrics(0).getScopeMetrics(0).getScope());
  }
}
