package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SamplingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ot=th:fd70a3d70a3d71",
        "ot=th:8",
        "ot=th:08",
        "ot=rv:0000000000000a;th:c",
        "vendor=x, ot=p:1;th:c ,b=2"
      })
  void thresholdAboveZero_isTold(String state) throws IOException {
    assertThat(sampled(state)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ot=th:0",
        "ot=th:",
        "ot=th:000;rv:ffffffffffffff",
        "ot=th:xyz",
        "ot=th:123456789012345",
        "ot=rv:abc",
        "ot=xth:8",
        "not=th:8",
        "th:8",
        "other=th:8",
        "other=ot=th:8",
        "ot",
        "ot=th"
      })
  void whatIsNoThresholdOrZero_isNone(String state) throws IOException {
    assertThat(sampled(state)).isZero();
  }

  @Test
  void stateThatIsNoText_isNone() throws IOException {
    String json = json("ot=th:8");
    assertThat(report(json.replace("\"ot=th:8\"", "null").getBytes(UTF_8)).sampled()).isZero();
    assertThat(report(json.replace("\"ot=th:8\"", "[8]").getBytes(UTF_8)).sampled()).isZero();
  }

  @Test
  void sampledSpans_areOneLineOfTheReport() throws IOException {
    assertThat(report(json("ot=th:8").getBytes(UTF_8)).problems())
        .containsExactly(
            "1 spans come from sampled traces (ot=th);"
                + " counts are of what was sent, not of what ran");
    assertThat(report(json("ot=th:0").getBytes(UTF_8)).problems()).isEmpty();
  }

  @Test
  void statusAndKindBesideIt_stayWhatTheyWere() throws IOException {
    Spans spans = OtlpProtobuf.read(protobuf("ot=th:8"));
    assertThat(spans.status(0)).isEqualTo(Spans.STATUS_ERROR);
    assertThat(spans.kind(0)).isEqualTo(5);
    Spans copy = new Spans();
    new SpanCopier(spans, copy).copy(0);
    assertThat(copy.isSampled(0)).isTrue();
  }

  /** The same of each reader: the plain and the general one of JSON and of protobuf. */
  private static long sampled(String state) throws IOException {
    long sampled = report(json(state).getBytes(UTF_8)).sampled();
    String unusual = json(state).replace("\"kind\":5", "\"extra\":{},\"kind\":5");
    assertThat(report(unusual.getBytes(UTF_8)).sampled()).isEqualTo(sampled);
    assertThat(report(protobuf(state)).sampled()).isEqualTo(sampled);
    String longState = "v=" + "x".repeat(20_000) + "," + state;
    assertThat(report(protobuf(longState)).sampled()).isEqualTo(sampled);
    return sampled;
  }

  private static ReadReport report(byte[] request) throws IOException {
    TraceReader reader = TraceReader.whole(spans -> assertThat(spans.size()).isEqualTo(1));
    reader.read("test", new ByteArrayInputStream(request));
    return reader.finish();
  }

  private static String json(String state) {
    return """
    {"resourceSpans":[{"scopeSpans":[{"spans":[
    {"traceId":"0102030405060708090a0b0c0d0e0f10","spanId":"0102030405060708",
    "traceState":"%s","kind":5,"name":"n"}]}]}]}
    """
        .formatted(state)
        .replace("\n", "");
  }

  private static byte[] protobuf(String state) {
    Span.Builder span =
        Span.newBuilder()
            .setTraceId(ByteString.copyFrom(new byte[16]))
            .setSpanId(ByteString.copyFrom(new byte[8]))
            .setTraceState(state)
            .setKindValue(5);
    span.getStatusBuilder().setCodeValue(2);
    ScopeSpans scope = ScopeSpans.newBuilder().addSpans(span).build();
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(ResourceSpans.newBuilder().addScopeSpans(scope))
        .build()
        .toByteArray();
  }
}
