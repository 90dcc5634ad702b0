package io.heddle.benchmarks.traces;

import com.fasterxml.jackson.core.JsonGenerator;
import io.heddle.contract.SpanAttributes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** OTLP/JSON: a request a line. */
final class OtlpJsonWriter implements TraceWriter {
  private final JsonGenerator out;

  OtlpJsonWriter(JsonGenerator out) {
    this.out = out;
  }

  @Override
  public void write(List<GeneratedSpan> spans) throws IOException {
    Map<String, List<GeneratedSpan>> byService = new LinkedHashMap<>();
    spans.forEach(
        span -> byService.computeIfAbsent(span.service(), name -> new ArrayList<>()).add(span));
    out.writeStartObject();
    out.writeArrayFieldStart("resourceSpans");
    for (Map.Entry<String, List<GeneratedSpan>> entry : byService.entrySet()) {
      resourceSpans(entry.getKey(), entry.getValue());
    }
    out.writeEndArray();
    out.writeEndObject();
    out.writeRaw('\n');
  }

  @Override
  public void finish() throws IOException {
    out.close();
  }

  private void resourceSpans(String service, List<GeneratedSpan> spans) throws IOException {
    out.writeStartObject();
    out.writeObjectFieldStart("resource");
    attributes(Resources.of(service));
    out.writeEndObject();
    out.writeArrayFieldStart("scopeSpans");
    out.writeStartObject();
    out.writeArrayFieldStart("spans");
    for (GeneratedSpan span : spans) {
      span(span);
    }
    out.writeEndArray();
    out.writeEndObject();
    out.writeEndArray();
    out.writeEndObject();
  }

  private void span(GeneratedSpan span) throws IOException {
    out.writeStartObject();
    out.writeStringField("traceId", Hex.of(span.trace()));
    out.writeStringField("spanId", Hex.of(span.id()));
    if (span.parent() != 0) {
      out.writeStringField("parentSpanId", Hex.of(span.parent()));
    }
    out.writeStringField("name", span.name());
    out.writeNumberField("kind", span.kind().code());
    out.writeStringField("startTimeUnixNano", Long.toString(span.startNs()));
    out.writeStringField("endTimeUnixNano", Long.toString(span.endNs()));
    attributes(span.attributes());
    links(span);
    if (span.failed()) {
      out.writeObjectFieldStart("status");
      out.writeNumberField("code", 2);
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private void links(GeneratedSpan span) throws IOException {
    if (span.predecessors().isEmpty()) {
      return;
    }
    out.writeArrayFieldStart("links");
    for (long predecessor : span.predecessors()) {
      out.writeStartObject();
      out.writeStringField("traceId", Hex.of(span.trace()));
      out.writeStringField("spanId", Hex.of(predecessor));
      attributes(Map.of(SpanAttributes.LINK, SpanAttributes.LINK_PREDECESSOR));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void attributes(Map<String, ?> attributes) throws IOException {
    out.writeArrayFieldStart("attributes");
    for (Map.Entry<String, ?> entry : attributes.entrySet()) {
      out.writeStartObject();
      out.writeStringField("key", entry.getKey());
      out.writeFieldName("value");
      value(entry.getValue());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void value(Object value) throws IOException {
    out.writeStartObject();
    if (value instanceof Long number) {
      out.writeStringField("intValue", number.toString());
    } else if (value instanceof List<?> list) {
      out.writeObjectFieldStart("arrayValue");
      out.writeArrayFieldStart("values");
      for (Object element : list) {
        value(element);
      }
      out.writeEndArray();
      out.writeEndObject();
    } else {
      out.writeStringField("stringValue", value.toString());
    }
    out.writeEndObject();
  }
}
