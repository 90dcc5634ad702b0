package io.heddle.benchmarks.traces;

import com.google.protobuf.ByteString;
import io.heddle.contract.SpanAttributes;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** OTLP protobuf: requests behind their lengths, as exporters batch them. */
final class OtlpProtobufWriter implements TraceWriter {
  private final OutputStream out;

  OtlpProtobufWriter(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(List<GeneratedSpan> spans) throws IOException {
    request(spans).writeDelimitedTo(out);
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }

  static ExportTraceServiceRequest request(List<GeneratedSpan> spans) {
    Map<String, ScopeSpans.Builder> byService = new LinkedHashMap<>();
    for (GeneratedSpan span : spans) {
      byService.computeIfAbsent(span.service(), name -> ScopeSpans.newBuilder()).addSpans(of(span));
    }
    ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
    byService.forEach((service, scope) -> request.addResourceSpans(resource(service, scope)));
    return request.build();
  }

  private static ResourceSpans resource(String service, ScopeSpans.Builder scope) {
    Resource.Builder resource = Resource.newBuilder();
    Resources.of(service).forEach((key, value) -> resource.addAttributes(attribute(key, value)));
    return ResourceSpans.newBuilder().setResource(resource).addScopeSpans(scope).build();
  }

  private static Span of(GeneratedSpan from) {
    Span.Builder span =
        Span.newBuilder()
            .setTraceId(traceId(from))
            .setSpanId(id(from.id()))
            .setName(from.name())
            .setKindValue(from.kind().code())
            .setStartTimeUnixNano(from.startNs())
            .setEndTimeUnixNano(from.endNs());
    if (from.parent() != 0) {
      span.setParentSpanId(id(from.parent()));
    }
    from.attributes().forEach((key, value) -> span.addAttributes(attribute(key, value)));
    from.predecessors().forEach(id -> span.addLinks(link(from, id)));
    if (from.failed()) {
      span.setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR));
    }
    return span.build();
  }

  private static Span.Link link(GeneratedSpan from, long predecessor) {
    return Span.Link.newBuilder()
        .setTraceId(traceId(from))
        .setSpanId(id(predecessor))
        .addAttributes(attribute(SpanAttributes.LINK, SpanAttributes.LINK_PREDECESSOR))
        .build();
  }

  private static ByteString traceId(GeneratedSpan span) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
    bytes.putLong(span.trace().high()).putLong(span.trace().low()).flip();
    return ByteString.copyFrom(bytes);
  }

  private static ByteString id(long id) {
    return ByteString.copyFrom(ByteBuffer.allocate(Long.BYTES).putLong(id).flip());
  }

  private static KeyValue attribute(String key, Object value) {
    return KeyValue.newBuilder().setKey(key).setValue(value(value)).build();
  }

  private static AnyValue value(Object value) {
    AnyValue.Builder any = AnyValue.newBuilder();
    if (value instanceof Long number) {
      return any.setIntValue(number).build();
    }
    if (value instanceof List<?> list) {
      ArrayValue.Builder array = ArrayValue.newBuilder();
      list.forEach(element -> array.addValues(value(String.valueOf(element))));
      return any.setArrayValue(array).build();
    }
    return any.setStringValue(value.toString()).build();
  }
}
