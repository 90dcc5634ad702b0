package io.heddle.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class OtlpProtobufTest {
  @Test
  void anyRequest_givesTheSpansOfTheGeneratedClasses() throws IOException {
    for (long seed = 0; seed < 500; seed++) {
      ExportTraceServiceRequest request = new RandomRequests(seed).request();

      assertThat(SpanTexts.of(OtlpProtobuf.read(request.toByteArray())))
          .as("seed %d", seed)
          .isEqualTo(SpanTexts.of(request));
    }
  }

  @Test
  void stream_givesTheSameSpansAsAnArray() throws IOException {
    for (long seed = 0; seed < 50; seed++) {
      byte[] request = new RandomRequests(seed).request().toByteArray();

      assertThat(SpanTexts.of(OtlpProtobuf.read(new ByteArrayInputStream(request))))
          .isEqualTo(SpanTexts.of(OtlpProtobuf.read(request)));
    }
  }

  @Test
  void resourceBehindItsSpans_stillBelongsToThem() throws IOException {
    ScopeSpans scope = ScopeSpans.newBuilder().addSpans(span("late")).build();
    KeyValue service =
        KeyValue.newBuilder()
            .setKey("service.name")
            .setValue(AnyValue.newBuilder().setStringValue("shop"))
            .build();
    byte[] spansFirst = ResourceSpans.newBuilder().addScopeSpans(scope).build().toByteArray();
    byte[] resource =
        ResourceSpans.newBuilder()
            .setResource(Resource.newBuilder().addAttributes(service))
            .build()
            .toByteArray();
    byte[] both = Arrays.copyOf(spansFirst, spansFirst.length + resource.length);
    System.arraycopy(resource, 0, both, spansFirst.length, resource.length);

    Spans spans = OtlpProtobuf.read(behindTag(both));

    assertThat(spans.service(0)).isEqualTo("shop");
  }

  @Test
  void truncatedRequest_namesTheByteAndLeavesNoSpan() {
    byte[] request =
        ExportTraceServiceRequest.newBuilder()
            .addResourceSpans(
                ResourceSpans.newBuilder()
                    .addScopeSpans(ScopeSpans.newBuilder().addSpans(span("a")).addSpans(span("b"))))
            .build()
            .toByteArray();
    Spans spans = new Spans();
    OtlpProtobuf reader = new OtlpProtobuf(spans);

    assertThatThrownBy(() -> reader.request(Arrays.copyOf(request, request.length - 3)))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageMatching(".* at byte \\d+");
    assertThat(spans.size()).isZero();
  }

  @Test
  void traceIdOfAnotherLength_isRefused() {
    byte[] request =
        ExportTraceServiceRequest.newBuilder()
            .addResourceSpans(
                ResourceSpans.newBuilder()
                    .addScopeSpans(
                        ScopeSpans.newBuilder()
                            .addSpans(
                                Span.newBuilder().setTraceId(ByteString.copyFromUtf8("short")))))
            .build()
            .toByteArray();

    assertThatThrownBy(() -> OtlpProtobuf.read(request))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageContaining("trace id of 5 bytes");
  }

  @Test
  void valueNestedTooDeep_isRefused() {
    AnyValue value = AnyValue.newBuilder().setBoolValue(true).build();
    for (int depth = 0; depth < OtlpAttributes.DEPTH_LIMIT + 1; depth++) {
      value = AnyValue.newBuilder().setArrayValue(list(value)).build();
    }
    Span span =
        span("deep").toBuilder().addAttributes(KeyValue.newBuilder().setValue(value)).build();
    byte[] request =
        ExportTraceServiceRequest.newBuilder()
            .addResourceSpans(
                ResourceSpans.newBuilder().addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
            .build()
            .toByteArray();

    assertThatThrownBy(() -> OtlpProtobuf.read(request))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageContaining("nested deeper than");
  }

  private static io.opentelemetry.proto.common.v1.ArrayValue list(AnyValue value) {
    return io.opentelemetry.proto.common.v1.ArrayValue.newBuilder().addValues(value).build();
  }

  private static Span span(String name) {
    return Span.newBuilder()
        .setTraceId(ByteString.copyFrom(new byte[16]))
        .setSpanId(ByteString.copyFrom(new byte[8]))
        .setName(name)
        .build();
  }

  /** A request of one ResourceSpans shorter than 128 bytes. */
  private static byte[] behindTag(byte[] resourceSpans) {
    byte[] request = new byte[resourceSpans.length + 2];
    request[0] = 10;
    request[1] = (byte) resourceSpans.length;
    System.arraycopy(resourceSpans, 0, request, 2, resourceSpans.length);
    return request;
  }
}
