package io.heddle.otlp;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Every span as one text with all it holds, from our table and from the generated classes. */
final class SpanTexts {
  static List<String> of(Spans spans) {
    List<String> texts = new ArrayList<>();
    for (int span = 0; span < spans.size(); span++) {
      texts.add(text(spans, span));
    }
    return texts;
  }

  static List<String> of(ExportTraceServiceRequest request) {
    List<String> texts = new ArrayList<>();
    for (ResourceSpans resource : request.getResourceSpansList()) {
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        for (Span span : scope.getSpansList()) {
          texts.add(text(span) + " of " + origin(resource, scope));
        }
      }
    }
    return texts;
  }

  private static String text(Spans spans, int span) {
    StringBuilder text = new StringBuilder();
    text.append(spans.traceId(span)).append('/').append(spans.spanId(span));
    text.append('<').append(spans.parentSpanId(span)).append(' ').append(spans.name(span));
    text.append(' ').append(spans.kind(span)).append(' ').append(spans.status(span));
    text.append(' ').append(spans.startNs(span)).append('-').append(spans.endNs(span));
    text.append(' ').append(attributes(spans.attributes().record(spans.record(span))));
    LinkCursor link = spans.links().span(span);
    while (link.next()) {
      text.append(" link ").append(link.traceIdHigh()).append(link.traceIdLow());
      text.append(link.spanId()).append(attributes(link.attributes()));
    }
    EventCursor event = spans.events().span(span);
    while (event.next()) {
      text.append(" event ").append(event.timeNs()).append(event.name());
      text.append(attributes(event.attributes()));
    }
    int resource = spans.resource(span);
    return text + " of " + attributes(spans.attributes().resource(resource));
  }

  private static String text(Span span) {
    ByteBuffer trace = span.getTraceId().asReadOnlyByteBuffer();
    StringBuilder text = new StringBuilder();
    text.append(String.format("%016x%016x", trace.getLong(), trace.getLong()));
    text.append('/').append(id(span.getSpanId().asReadOnlyByteBuffer()));
    text.append('<').append(id(span.getParentSpanId().asReadOnlyByteBuffer()));
    text.append(' ').append(span.getName());
    text.append(' ').append(span.getKindValue() > 5 ? 0 : span.getKindValue());
    int status = span.getStatus().getCodeValue();
    text.append(' ').append(status > 2 ? 0 : status);
    text.append(' ').append(span.getStartTimeUnixNano());
    text.append('-').append(span.getEndTimeUnixNano());
    text.append(' ').append(attributes(span.getAttributesList()));
    for (Span.Link link : span.getLinksList()) {
      ByteBuffer linked = link.getTraceId().asReadOnlyByteBuffer();
      text.append(" link ").append(linked.getLong()).append(linked.getLong());
      text.append(id(link.getSpanId().asReadOnlyByteBuffer()));
      text.append(attributes(link.getAttributesList()));
    }
    for (Span.Event event : span.getEventsList()) {
      text.append(" event ").append(event.getTimeUnixNano()).append(event.getName());
      text.append(attributes(event.getAttributesList()));
    }
    return text.toString();
  }

  private static String origin(ResourceSpans resource, ScopeSpans scope) {
    List<KeyValue> attributes = new ArrayList<>(resource.getResource().getAttributesList());
    addText(attributes, Origin.SCOPE_NAME, scope.getScope().getName());
    addText(attributes, Origin.SCOPE_VERSION, scope.getScope().getVersion());
    attributes.addAll(scope.getScope().getAttributesList());
    return attributes(attributes);
  }

  private static void addText(List<KeyValue> attributes, String key, String text) {
    if (!text.isEmpty()) {
      AnyValue value = AnyValue.newBuilder().setStringValue(text).build();
      attributes.add(KeyValue.newBuilder().setKey(key).setValue(value).build());
    }
  }

  private static long id(ByteBuffer bytes) {
    return bytes.remaining() == 0 ? 0 : bytes.getLong();
  }

  private static String attributes(AttributeCursor cursor) {
    StringBuilder text = new StringBuilder("{");
    while (cursor.next()) {
      text.append(cursor.key()).append('=').append(cursor.text()).append(';');
    }
    return text.append('}').toString();
  }

  private static String attributes(List<KeyValue> attributes) {
    StringBuilder text = new StringBuilder("{");
    for (KeyValue attribute : attributes) {
      text.append(attribute.getKey()).append('=');
      text.append(value(attribute.getValue(), false)).append(';');
    }
    return text.append('}').toString();
  }

  private static String value(AnyValue value, boolean inside) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> inside ? quoted(value.getStringValue()) : value.getStringValue();
      case BOOL_VALUE -> String.valueOf(value.getBoolValue());
      case INT_VALUE -> String.valueOf(value.getIntValue());
      case DOUBLE_VALUE -> String.valueOf(value.getDoubleValue());
      case BYTES_VALUE -> {
        String base64 = Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray());
        yield inside ? quoted(base64) : base64;
      }
      case ARRAY_VALUE ->
          "["
              + String.join(
                  ",",
                  value.getArrayValue().getValuesList().stream().map(v -> value(v, true)).toList())
              + "]";
      case KVLIST_VALUE ->
          "{"
              + String.join(
                  ",",
                  value.getKvlistValue().getValuesList().stream()
                      .map(kv -> quoted(kv.getKey()) + ":" + value(kv.getValue(), true))
                      .toList())
              + "}";
      default -> inside ? "null" : "";
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  private SpanTexts() {}
}
