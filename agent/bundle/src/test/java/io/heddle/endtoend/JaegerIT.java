package io.heddle.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.heddle.instrumentation.testkit.OtlpSink;
import io.heddle.instrumentation.testkit.Outcome;
import io.heddle.instrumentation.testkit.RecordedSpan;
import io.heddle.instrumentation.testkit.RecordedSpans;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Jaeger shows every run as one trace, with what the agent sent in it. */
@Tag("interop")
@Timeout(180)
class JaegerIT {
  private static final String ALL_TRACES =
      "/api/traces?service=mailroom&limit=1000&start=0&end=" + Long.MAX_VALUE / 1000;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "grpc"})
  void jaeger_showsWhatTheAgentSent(String protocol) throws Exception {
    try (OtlpSink sink = OtlpSink.start();
        Jaeger jaeger = Jaeger.start(folder, sink.endpoint())) {
      String endpoint = protocol.equals("grpc") ? jaeger.otlpGrpc() : jaeger.otlpHttp();

      Outcome outcome = Sample.alone().underAgent(protocol, endpoint).run();

      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.err()).doesNotContain("[heddle]");
      assertTracesAreRuns(jaeger.get(ALL_TRACES).get("data"), sink.spans());
      assertSpansAreEqual(jaeger, sink.spans());
    }
  }

  private static void assertTracesAreRuns(JsonNode traces, RecordedSpans sent) {
    assertThat(sent.roots()).hasSize(Sample.RUNS);
    assertThat(traces).hasSize(Sample.RUNS);
    for (JsonNode trace : traces) {
      RecordedSpans run = sent.ofTrace(trace.get("traceID").asText());
      assertThat(run.roots()).extracting(RecordedSpan::name).containsExactly(Sample.WORKFLOW);
      assertThat(operationNames(trace)).containsExactlyInAnyOrderElementsOf(run.names());
      assertThat(failedNames(trace)).containsExactlyInAnyOrderElementsOf(failedNames(run));
    }
  }

  private static List<String> operationNames(JsonNode trace) {
    List<String> names = new ArrayList<>();
    trace.get("spans").forEach(span -> names.add(span.get("operationName").asText()));
    return names;
  }

  private static List<String> failedNames(JsonNode trace) {
    List<String> names = new ArrayList<>();
    for (JsonNode span : trace.get("spans")) {
      for (JsonNode tag : span.get("tags")) {
        if (tag.get("key").asText().equals("error") && tag.get("value").asBoolean()) {
          names.add(span.get("operationName").asText());
        }
      }
    }
    return names;
  }

  private static List<String> failedNames(RecordedSpans run) {
    return run.all().stream().filter(RecordedSpan::failed).map(RecordedSpan::name).toList();
  }

  private static void assertSpansAreEqual(Jaeger jaeger, RecordedSpans sent) throws Exception {
    Map<String, String> shown = new TreeMap<>();
    for (RecordedSpan root : sent.roots()) {
      collect(jaeger.get("/api/v3/traces/" + root.traceId()).get("result"), shown);
    }
    assertThat(shown)
        .isEqualTo(
            sent.all().stream()
                .collect(Collectors.toMap(RecordedSpan::spanId, JaegerIT::description)));
  }

  private static void collect(JsonNode trace, Map<String, String> shown) {
    for (JsonNode resource : trace.get("resourceSpans")) {
      for (JsonNode scope : resource.get("scopeSpans")) {
        for (JsonNode span : scope.get("spans")) {
          shown.put(span.get("spanId").asText(), description(span));
        }
      }
    }
  }

  private static String description(JsonNode span) {
    return description(
        Map.of(
            "name", span.get("name").asText(),
            "trace", span.get("traceId").asText(),
            "parent", span.path("parentSpanId").asText(),
            "start", span.get("startTimeUnixNano").asText(),
            "end", span.get("endTimeUnixNano").asText(),
            "failed", span.path("status").path("code").asInt() == 2));
  }

  private static String description(RecordedSpan span) {
    return description(
        Map.of(
            "name", span.name(),
            "trace", span.traceId(),
            "parent", span.parentSpanId(),
            "start", span.startNanos(),
            "end", span.endNanos(),
            "failed", span.failed()));
  }

  private static String description(Map<String, Object> facts) {
    return new TreeMap<>(facts).toString();
  }
}
