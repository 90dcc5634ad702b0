package io.heddle.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.contract.SpanAttributes;
import io.heddle.recorder.settings.Settings;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Metrics through OpenTelemetry's exporter, as they arrive. */
@Timeout(60)
class GrpcMetricsTest {
  private static final int INVALID_ARGUMENT = 3;
  private static final int UNAVAILABLE = 14;

  @AutoClose private final GrpcSink sink = GrpcSink.start();

  private Recorder recorder(String... settings) {
    Map<String, String> values = new HashMap<>();
    values.put("otel.exporter.otlp.protocol", "grpc");
    values.put("otel.exporter.otlp.endpoint", sink.endpoint());
    values.put("otel.metric.export.interval", "20");
    for (int i = 0; i < settings.length; i += 2) {
      values.put(settings[i], settings[i + 1]);
    }
    return Recorder.create(Settings.of(values));
  }

  private static void run(Recorder recorder, int executions) {
    Workflow workflow = recorder.workflow("testengine", "mail", null);
    Run run = recorder.beginRun(workflow);
    for (int i = 0; i < executions; i++) {
      recorder.lane().end(recorder.lane().begin(run, workflow.node("a", "code")), null);
    }
    run.end(null);
  }

  private List<Metric> named(String name) {
    return sink.metrics().stream()
        .flatMap(request -> request.getResourceMetricsList().stream())
        .flatMap(resource -> resource.getScopeMetricsList().stream())
        .flatMap(scope -> scope.getMetricsList().stream())
        .filter(metric -> metric.getName().equals(name))
        .toList();
  }

  private Metric last(String name) {
    List<Metric> all = named(name);
    return all.get(all.size() - 1);
  }

  /** The first request loads the exporter, for which the end of a busy process may be too short. */
  private void awaitFirst() {
    while (sink.metrics().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private long lastCount(String name) {
    return last(name).getSum().getDataPointsList().stream()
        .mapToLong(NumberDataPoint::getAsInt)
        .sum();
  }

  @Test
  void durationsAndCounters_arriveOverGrpc() {
    Recorder recorder = recorder();
    run(recorder, 1000);
    awaitFirst();
    recorder.close();

    ExponentialHistogramDataPoint node =
        last("heddle.node.duration").getExponentialHistogram().getDataPoints(0);
    assertThat(node.getCount()).isEqualTo(1000);
    assertThat(OtlpSink.attributes(node.getAttributesList()))
        .containsEntry(SpanAttributes.NODE_ID, "a");
    assertThat(lastCount("heddle.agent.records")).isEqualTo(1001);
    assertThat(lastCount("heddle.agent.exported")).isEqualTo(1001);
    assertThat(lastCount("heddle.agent.metrics_lost")).isZero();
  }

  @Test
  void settingsOfMetricsAlone_leaveSpansTheirOwnWay() {
    try (OtlpSink spans = OtlpSink.start()) {
      Recorder recorder =
          spans.recorder(
              "otel.metric.export.interval",
              "20",
              "otel.exporter.otlp.metrics.protocol",
              "grpc",
              "otel.exporter.otlp.metrics.endpoint",
              sink.endpoint());
      run(recorder, 3);
      awaitFirst();
      recorder.close();
      assertThat(spans.spans()).hasSize(4);
      assertThat(spans.metrics()).isEmpty();
      assertThat(lastCount("heddle.agent.exported")).isEqualTo(4);
    }
  }

  @Test
  void requestThatNobodyCanTakeNow_isRepeatedSoThatDeltaLosesNothing() {
    sink.answerWith(UNAVAILABLE);
    Recorder recorder = recorder("otel.exporter.otlp.metrics.temporality.preference", "delta");
    run(recorder, 500);
    while (sink.refusals() == 0) {
      Thread.onSpinWait();
    }
    sink.answerWith(0);
    run(recorder, 500);
    recorder.close();
    assertThat(
            named("heddle.node.duration").stream()
                .flatMap(metric -> metric.getExponentialHistogram().getDataPointsList().stream())
                .mapToLong(ExponentialHistogramDataPoint::getCount)
                .sum())
        .isEqualTo(1000);
  }

  @Test
  void requestThatIsRefused_isCountedAndNotRepeated() {
    sink.answerWith(INVALID_ARGUMENT);
    Recorder recorder = recorder();
    run(recorder, 5);
    while (sink.refusals() == 0) {
      Thread.onSpinWait();
    }
    sink.answerWith(0);
    recorder.close();
    assertThat(lastCount("heddle.agent.metrics_lost")).isEqualTo(sink.refusals());
  }
}
