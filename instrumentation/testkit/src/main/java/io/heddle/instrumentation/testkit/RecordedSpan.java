package io.heddle.instrumentation.testkit;

import com.google.protobuf.ByteString;
import io.heddle.contract.SpanAttributes;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.SpanFlags;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A span as it arrived.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param parentSpanId 16 hexadecimal digits, or empty for a root
 * @param startNanos since the epoch
 * @param endNanos since the epoch
 * @param attributes by name: String, Boolean, Long, Double, or a List of such
 * @param predecessors span ids that links name as {@link SpanAttributes#LINK_PREDECESSOR}
 * @param failed whether the status is ERROR
 * @param isParentRemote whether its flags say that its parent is one of another process
 */
public record RecordedSpan(
    String name,
    String traceId,
    String spanId,
    String parentSpanId,
    long startNanos,
    long endNanos,
    Map<String, Object> attributes,
    List<String> predecessors,
    boolean failed,
    boolean isParentRemote) {

  static RecordedSpan of(Span span) {
    return new RecordedSpan(
        span.getName(),
        hex(span.getTraceId()),
        hex(span.getSpanId()),
        hex(span.getParentSpanId()),
        span.getStartTimeUnixNano(),
        span.getEndTimeUnixNano(),
        attributes(span.getAttributesList()),
        span.getLinksList().stream()
            .filter(RecordedSpan::isPredecessor)
            .map(link -> hex(link.getSpanId()))
            .toList(),
        span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR,
        (span.getFlags() & SpanFlags.SPAN_FLAGS_CONTEXT_IS_REMOTE_MASK_VALUE) != 0);
  }

  private static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }

  private static boolean isPredecessor(Span.Link link) {
    return SpanAttributes.LINK_PREDECESSOR.equals(
        attributes(link.getAttributesList()).get(SpanAttributes.LINK));
  }

  static Map<String, Object> attributes(List<KeyValue> pairs) {
    Map<String, Object> attributes = new TreeMap<>();
    for (KeyValue pair : pairs) {
      attributes.put(pair.getKey(), value(pair.getValue()));
    }
    return attributes;
  }

  private static Object value(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> value.getBoolValue();
      case INT_VALUE -> value.getIntValue();
      case DOUBLE_VALUE -> value.getDoubleValue();
      case ARRAY_VALUE ->
          value.getArrayValue().getValuesList().stream().map(RecordedSpan::value).toList();
      default -> value.toString();
    };
  }

  /** Whether this is the span of a run. */
  public boolean isRoot() {
    return parentSpanId.isEmpty();
  }

  /** Whether this is the span of a node's execution. */
  public boolean isNode() {
    return attributes.containsKey(SpanAttributes.NODE_ID);
  }

  /** The attribute of that name, or null. */
  public @Nullable Object attribute(String attribute) {
    return attributes.get(attribute);
  }

  public long durationNanos() {
    return endNanos - startNanos;
  }
}
