package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.contract.SpanAttributes;
import io.heddle.recorder.self.OwnMetrics;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What arrives as metrics, read with the classes generated from OpenTelemetry's definitions. */
@Timeout(60)
class MetricsTest {
  private static final double NANOS = 1e9;

  @AutoClose private final OtlpSink sink = OtlpSink.start();

  private static void execute(Recorder recorder, Run run, Node node, Throwable error) {
    recorder.lane().end(recorder.lane().begin(run, node), error);
  }

  private static Stream<Metric> metrics(ExportMetricsServiceRequest request) {
    return request.getResourceMetrics(0).getScopeMetrics(0).getMetricsList().stream();
  }

  private Metric last(String name) {
    ExportMetricsServiceRequest request = sink.metrics().get(sink.metrics().size() - 1);
    return metrics(request)
        .filter(metric -> metric.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private ExponentialHistogramDataPoint point(String name, String key, Object value) {
    return last(name).getExponentialHistogram().getDataPointsList().stream()
        .filter(point -> value.equals(attributes(point).get(key)))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> attributes(ExponentialHistogramDataPoint point) {
    return OtlpSink.attributes(point.getAttributesList());
  }

  private long counted(String name) {
    return last(name).getSum().getDataPointsList().stream()
        .mapToLong(NumberDataPoint::getAsInt)
        .sum();
  }

  private static long durationNs(Span span) {
    return span.getEndTimeUnixNano() - span.getStartTimeUnixNano();
  }

  @Test
  void countAndSumOfANode_areThoseOfItsSpans() {
    Recorder recorder = sink.recorder();
    Workflow workflow = recorder.workflow("testengine", "mail", null);
    Run run = recorder.beginRun(workflow);
    for (int i = 0; i < 1000; i++) {
      execute(recorder, run, workflow.node("a", "code"), null);
    }
    execute(recorder, run, workflow.node("b", "llm"), null);
    run.end(null);
    recorder.close();

    ExponentialHistogramDataPoint a = point("heddle.node.duration", SpanAttributes.NODE_ID, "a");
    long sumNs =
        sink.spans().stream()
            .filter(span -> span.getName().equals("a"))
            .mapToLong(MetricsTest::durationNs)
            .sum();
    assertThat(a.getCount()).isEqualTo(1000);
    assertThat(Math.round(a.getSum() * NANOS)).isEqualTo(sumNs);
    assertThat(
            a.getZeroCount()
                + a.getPositive().getBucketCountsList().stream().mapToLong(n -> n).sum())
        .isEqualTo(1000);
    assertThat(attributes(a))
        .isEqualTo(
            Map.of(
                SpanAttributes.ENGINE, "testengine",
                SpanAttributes.WORKFLOW_NAME, "mail",
                SpanAttributes.NODE_ID, "a",
                SpanAttributes.NODE_TYPE, "code"));
    ExponentialHistogramDataPoint runs =
        point("heddle.workflow.duration", SpanAttributes.WORKFLOW_NAME, "mail");
    assertThat(runs.getCount()).isEqualTo(1);
    assertThat(Math.round(runs.getSum() * NANOS)).isEqualTo(durationNs(sink.span("mail")));
  }

  @Test
  void failures_areSeriesOfTheirOwn() {
    Recorder recorder = sink.recorder();
    Workflow workflow = recorder.workflow("testengine", "mail", null);
    Run run = recorder.beginRun(workflow);
    Node node = workflow.node("a", "code");
    execute(recorder, run, node, null);
    execute(recorder, run, node, new IllegalStateException("x"));
    execute(recorder, run, node, new IllegalStateException("y"));
    run.end(null);
    recorder.close();
    assertThat(last("heddle.node.duration").getExponentialHistogram().getDataPointsCount())
        .isEqualTo(2);
    assertThat(
            point("heddle.node.duration", "error.type", "java.lang.IllegalStateException")
                .getCount())
        .isEqualTo(2);
  }

  @Test
  void ownCounters_addUp() {
    Recorder recorder = sink.recorder("heddle.ring.slots", "64");
    Workflow workflow = recorder.workflow("testengine", "mail", null);
    Node node = workflow.node("a", "code");
    Run run = recorder.beginRun(workflow);
    for (int i = 0; i < 50_000; i++) {
      execute(recorder, run, node, null);
    }
    run.end(null);
    recorder.close();
    assertThat(counted("heddle.agent.records") + counted("heddle.agent.dropped")).isEqualTo(50_001);
    assertThat(
            counted("heddle.agent.exported")
                + counted("heddle.agent.failed")
                + counted("heddle.agent.discarded"))
        .isEqualTo(counted("heddle.agent.records"));
    assertThat(counted("heddle.agent.exported")).isEqualTo(sink.spans().size());
    assertThat(point("heddle.node.duration", SpanAttributes.NODE_ID, "a").getCount())
        .isEqualTo(50_000 - counted("heddle.agent.dropped"));
    assertThat(last("heddle.agent.records").getSum().getIsMonotonic()).isTrue();
    assertThat(last("heddle.agent.records").getUnit()).isEqualTo("{span}");
  }

  @Test
  void dropsOfARing_areToldWithItsNumber() {
    Recorder recorder = sink.recorder("heddle.ring.slots", "64");
    Workflow workflow = recorder.workflow("testengine", "mail", null);
    Run run = Run.root(recorder, workflow, new Trace(workflow, 1, new SpanIds(1)));
    for (int i = 0; i < 100; i++) {
      execute(recorder, run, workflow.node("a", "code"), null);
    }
    recorder.beginRun(workflow).end(null);
    recorder.close();
    NumberDataPoint ring = last("heddle.agent.dropped").getSum().getDataPoints(0);
    assertThat(OtlpSink.attributes(ring.getAttributesList()))
        .isEqualTo(Map.of(OwnMetrics.RING, "0"));
    assertThat(ring.getAsInt()).isEqualTo(36);
  }

  /** Twice 1,000 executions, with at least one request in between. */
  private List<ExponentialHistogramDataPoint> points(String temporality) throws Exception {
    Recorder recorder =
        sink.recorder(
            "otel.metric.export.interval",
            "20",
            "otel.exporter.otlp.metrics.temporality.preference",
            temporality);
    Workflow workflow = recorder.workflow("testengine", "mail", null);
    Run run = recorder.beginRun(workflow);
    for (int i = 0; i < 2000; i++) {
      execute(recorder, run, workflow.node("a", "code"), null);
      while (i == 1000 && sink.metrics().size() < 2) {
        Thread.onSpinWait();
      }
    }
    run.end(null);
    recorder.close();
    return sink.metrics().stream()
        .flatMap(MetricsTest::metrics)
        .filter(metric -> metric.getName().equals("heddle.node.duration"))
        .peek(metric ->
            assertThat(metric.getExponentialHistogram().getAggregationTemporality())
                .isEqualTo(
                    temporality.equals("delta")
                        ? AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA
                        : AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE))
        .flatMap(metric -> metric.getExponentialHistogram().getDataPointsList().stream())
        .toList();
  }

  @Test
  void delta_addsUpToAllOfThemWithoutAGapInTime() throws Exception {
    List<ExponentialHistogramDataPoint> points = points("delta");
    assertThat(points).hasSizeGreaterThanOrEqualTo(2);
    assertThat(points.stream().mapToLong(ExponentialHistogramDataPoint::getCount).sum())
        .isEqualTo(2000);
    ExportMetricsServiceRequest before = null;
    for (ExportMetricsServiceRequest request : sink.metrics()) {
      if (before != null) {
        assertThat(records(request).getStartTimeUnixNano())
            .isEqualTo(records(before).getTimeUnixNano());
      }
      before = request;
    }
  }

  private static NumberDataPoint records(ExportMetricsServiceRequest request) {
    return metrics(request)
        .filter(metric -> metric.getName().equals("heddle.agent.records"))
        .findFirst()
        .orElseThrow()
        .getSum()
        .getDataPoints(0);
  }

  @Test
  void cumulative_growsToAllOfThem() throws Exception {
    List<ExponentialHistogramDataPoint> points = points("cumulative");
    assertThat(points.get(points.size() - 1).getCount()).isEqualTo(2000);
    assertThat(points.stream().map(ExponentialHistogramDataPoint::getStartTimeUnixNano).distinct())
        .hasSize(1);
  }

  @Test
  void none_sendsNoMetrics() {
    Recorder recorder = sink.recorder("otel.metrics.exporter", "none");
    recorder.beginRun(recorder.workflow("testengine", "mail", null)).end(null);
    recorder.close();
    assertThat(sink.spans()).hasSize(1);
    assertThat(sink.metrics()).isEmpty();
  }

  @Test
  void spansGoNowhere_metricsAreSentAllTheSame() {
    Recorder recorder = sink.recorder("otel.traces.exporter", "none");
    recorder.beginRun(recorder.workflow("testengine", "mail", null)).end(null);
    recorder.close();
    assertThat(sink.spans()).isEmpty();
    assertThat(counted("heddle.agent.discarded")).isEqualTo(1);
  }

  @Test
  void pausesRulesOffAndLastExport_areSent() {
    Recorder recorder = sink.recorder();
    long before = Instant.now().getEpochSecond();
    recorder.counters().paused();
    recorder.counters().paused();
    recorder.counters().ruleOff();
    recorder.beginRun(recorder.workflow("testengine", "mail", null)).end(null);
    recorder.close();
    assertThat(counted("heddle.agent.pauses")).isEqualTo(2);
    assertThat(counted("heddle.agent.rules_off")).isEqualTo(1);
    assertThat(last("heddle.agent.last_export").getGauge().getDataPoints(0).getAsInt())
        .isBetween(before, Instant.now().getEpochSecond());
  }

  @Test
  void nothingExported_hasNoLastExport() {
    Recorder recorder = sink.recorder("otel.traces.exporter", "none");
    recorder.beginRun(recorder.workflow("testengine", "mail", null)).end(null);
    recorder.close();
    assertThat(sink.metrics().stream().flatMap(MetricsTest::metrics)).noneMatch(Metric::hasGauge);
  }

  @Test
  void table_namesEveryMetric() throws Exception {
    Recorder recorder = sink.recorder();
    recorder.beginRun(recorder.workflow("testengine", "mail", null)).end(null);
    recorder.close();
    String page = Files.readString(Path.of("..", "..", "docs", "metrics.md"));
    Stream<Metric> sent = sink.metrics().stream().flatMap(MetricsTest::metrics);
    assertThat(sent.filter(metric -> metric.hasSum() || metric.hasGauge()))
        .hasSize(16)
        .allSatisfy(metric ->
            assertThat(page)
                .contains(
                    "| `%s` | %s | %s |"
                        .formatted(metric.getName(), metric.getUnit(), metric.getDescription())));
  }
}
