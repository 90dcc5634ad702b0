package io.heddle.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.contract.SpanAttributes;
import io.heddle.instrumentation.testkit.OtlpSink;
import io.heddle.instrumentation.testkit.Outcome;
import io.heddle.instrumentation.testkit.RecordedSpan;
import io.heddle.instrumentation.testkit.RecordedSpans;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One process, two agents, one place where all spans arrive. */
@Timeout(300)
class BesideOpenTelemetryAgentIT {
  /** Which {@code -javaagent} stands first on the command line. */
  enum Order {
    HEDDLE_FIRST,
    OPENTELEMETRY_FIRST
  }

  @ParameterizedTest
  @EnumSource
  void twoAgents_writeOneTrace(Order order) throws Exception {
    try (OtlpSink sink = OtlpSink.start()) {
      Outcome outcome = Traced.underBoth(order, sink).run();

      assertThat(outcome.exitCode()).as(outcome.err()).isZero();
      assertThat(outcome.out()).contains("answer 200").contains("left behind false");
      RecordedSpans spans = sink.spans();
      runIsAChildOfTheRequest(spans);
      operationsAreChildrenOfTheirNodes(spans);
      nothingIsToldTwice(spans);
      nobodyTracesTheExport(spans);
      senderIsTheSame(sink);
    }
  }

  /** OpenTelemetry's own exporter within ours is what its agent traces everywhere else. */
  @ParameterizedTest
  @EnumSource
  void twoAgentsOverGrpc_traceNeitherExporter(Order order) throws Exception {
    try (OtlpSink sink = OtlpSink.start();
        GrpcFront front = GrpcFront.of(sink)) {
      Outcome outcome =
          Traced.underBoth(order, sink)
              .with(
                  "-Dotel.exporter.otlp.protocol=grpc",
                  "-Dotel.exporter.otlp.endpoint=" + front.endpoint(),
                  "-Dotel.metrics.exporter=otlp",
                  "-Dotel.metric.export.interval=50",
                  "-Dotel.bsp.schedule.delay=50",
                  "-Dheddle.log=debug")
              .run();

      assertThat(outcome.exitCode()).as(outcome.err()).isZero();
      assertThat(outcome.counters())
          .containsEntry("exported", 10L)
          .containsEntry("errors", 0L)
          .containsEntry("failed", 0L);
      assertThat(front.metrics()).isPositive();
      RecordedSpans spans = sink.spans();
      runIsAChildOfTheRequest(spans);
      operationsAreChildrenOfTheirNodes(spans);
      nothingIsToldTwice(spans);
      nobodyTracesTheExport(spans);
      assertThat(spans.all()).noneMatch(span -> span.attributes().containsKey("rpc.system"));
      senderIsTheSame(sink);
    }
  }

  private static void runIsAChildOfTheRequest(RecordedSpans all) {
    RecordedSpan request = all.only("request");
    RecordedSpans trace = all.ofTrace(request.traceId());
    RecordedSpan run = trace.only(TracedProgram.WORKFLOW);

    assertThat(trace.children(request))
        .extracting(RecordedSpan::name)
        .containsExactly(TracedProgram.WORKFLOW, "after");
    assertThat(trace.children(run))
        .extracting(RecordedSpan::name)
        .containsExactly("call", "query", "by hand", "apart");
    assertThat(run.attribute(SpanAttributes.RUN_ID)).isEqualTo(run.traceId() + "-" + run.spanId());
  }

  /** In the run that joined a trace, and in the one that began its own. */
  private static void operationsAreChildrenOfTheirNodes(RecordedSpans all) {
    for (RecordedSpan run : all.named(TracedProgram.WORKFLOW)) {
      RecordedSpans trace = all.ofTrace(run.traceId());
      assertThat(trace.children(trace.only("call")))
          .singleElement()
          .matches(call -> call.attributes().containsKey("url.full"), "an HTTP call");
      assertThat(trace.children(trace.only("query")))
          .anyMatch(query ->
              query.attributes().containsKey("db.system.name")
                  || query.attributes().containsKey("db.system"));
      assertThat(trace.children(trace.only("by hand")))
          .extracting(RecordedSpan::name)
          .containsExactly("outer", "beside");
      assertThat(trace.children(trace.only("outer")))
          .extracting(RecordedSpan::name)
          .containsExactly("inner");
      assertThat(trace.children(trace.only("apart"))).isEmpty();
    }
    assertThat(all.named("apart root")).hasSize(2).allMatch(RecordedSpan::isRoot);
  }

  private static void nothingIsToldTwice(RecordedSpans all) {
    assertThat(all.all()).extracting(RecordedSpan::spanId).doesNotHaveDuplicates();
    assertThat(all.nodes()).hasSize(8);
    assertThat(all.named("inner")).hasSize(2);
  }

  private static void nobodyTracesTheExport(RecordedSpans all) {
    assertThat(all.all())
        .filteredOn(span -> span.attributes().containsKey("url.full"))
        .hasSize(2)
        .allMatch(span -> span.attributes().get("url.full").toString().endsWith("/ping"));
  }

  private static void senderIsTheSame(OtlpSink sink) {
    for (String key : List.of("service.name", "service.instance.id")) {
      assertThat(sink.resources().stream().map(sender -> sender.get(key)).distinct())
          .as(key)
          .singleElement()
          .isNotNull();
    }
    assertThat(sink.resources()).hasSize(2);
  }

  @Test
  void requestThatIsNotSampled_isNotSentWithItsRunButCounted() throws Exception {
    try (OtlpSink sink = OtlpSink.start()) {
      Outcome outcome =
          Traced.underBoth(Order.OPENTELEMETRY_FIRST, sink)
              .with(
                  "-Dotel.traces.sampler=always_off",
                  "-Dheddle.sample.ratio=1",
                  "-Dheddle.log=debug")
              .run();

      assertThat(outcome.counters()).containsEntry("unsampled", 5L).containsEntry("exported", 5L);
      assertThat(sink.spans().named(TracedProgram.WORKFLOW)).singleElement();
      assertThat(outcome.counters()).containsEntry("errors", 0L).containsEntry("misused", 0L);
    }
  }
}
