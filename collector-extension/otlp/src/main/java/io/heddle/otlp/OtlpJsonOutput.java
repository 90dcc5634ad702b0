package io.heddle.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;

/** Writes OTLP/JSON, one ExportTraceServiceRequest a line. */
final class OtlpJsonOutput implements SpanOutput {
  static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonGenerator json;

  OtlpJsonOutput(OutputStream out) throws IOException {
    json = FACTORY.createGenerator(out).setPrettyPrinter(new MinimalPrettyPrinter("\n"));
  }

  @Override
  public void write(Spans spans) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("resourceSpans");
    new Stretches(spans).each((from, to) -> stretch(spans, from, to));
    json.writeEndArray();
    json.writeEndObject();
  }

  @Override
  public void finish() throws IOException {
    json.writeRaw('\n');
    json.close();
  }

  @Override
  public SortedMap<String, Long> losses() {
    return Collections.emptySortedMap();
  }

  private void stretch(Spans spans, int from, int to) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("resource");
    json.writeArrayFieldStart("attributes");
    AttributeCursor resource = spans.attributes().resource(spans.resource(from));
    while (resource.next()) {
      if (!Stretches.isOfScope(resource)) {
        attribute(resource.key(), resource.value());
      }
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeArrayFieldStart("scopeSpans");
    json.writeStartObject();
    scope(spans.attributes().resource(spans.resource(from)));
    json.writeArrayFieldStart("spans");
    for (int span = from; span < to; span++) {
      span(spans, span);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void scope(AttributeCursor resource) throws IOException {
    json.writeObjectFieldStart("scope");
    while (resource.next()) {
      if (Stretches.isOfScope(resource)) {
        json.writeStringField(Stretches.isName(resource) ? "name" : "version", resource.text());
      }
    }
    json.writeEndObject();
  }

  private void span(Spans spans, int span) throws IOException {
    json.writeStartObject();
    json.writeStringField("traceId", spans.traceId(span));
    json.writeStringField("spanId", hex(spans.spanId(span)));
    if (spans.parentSpanId(span) != 0) {
      json.writeStringField("parentSpanId", hex(spans.parentSpanId(span)));
    }
    json.writeStringField("name", spans.name(span));
    json.writeNumberField("kind", spans.kind(span));
    json.writeStringField("startTimeUnixNano", Long.toUnsignedString(spans.startNs(span)));
    json.writeStringField("endTimeUnixNano", Long.toUnsignedString(spans.endNs(span)));
    attributes(spans.attributes().record(spans.record(span)));
    events(spans.events().span(span));
    links(spans.links().span(span));
    json.writeObjectFieldStart("status");
    if (spans.status(span) != Spans.STATUS_UNSET) {
      json.writeNumberField("code", spans.status(span));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void events(EventCursor event) throws IOException {
    json.writeArrayFieldStart("events");
    while (event.next()) {
      json.writeStartObject();
      json.writeStringField("timeUnixNano", Long.toUnsignedString(event.timeNs()));
      json.writeStringField("name", event.name());
      attributes(event.attributes());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void links(LinkCursor link) throws IOException {
    json.writeArrayFieldStart("links");
    while (link.next()) {
      json.writeStartObject();
      json.writeStringField("traceId", hex(link.traceIdHigh()) + hex(link.traceIdLow()));
      json.writeStringField("spanId", hex(link.spanId()));
      attributes(link.attributes());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void attributes(AttributeCursor attribute) throws IOException {
    json.writeArrayFieldStart("attributes");
    while (attribute.next()) {
      attribute(attribute.key(), attribute.value());
    }
    json.writeEndArray();
  }

  private void attribute(String key, StoredValue value) throws IOException {
    json.writeStartObject();
    json.writeStringField("key", key);
    json.writeFieldName("value");
    value(value);
    json.writeEndObject();
  }

  private void value(StoredValue value) throws IOException {
    json.writeStartObject();
    switch (value.type()) {
      case Values.TEXT -> json.writeStringField("stringValue", value.text());
      case Values.BYTES -> json.writeStringField("bytesValue", value.text());
      case Values.BOOLEAN -> json.writeBooleanField("boolValue", value.bool());
      case Values.LONG -> json.writeStringField("intValue", Long.toString(value.integer()));
      case Values.DOUBLE -> json.writeNumberField("doubleValue", value.number());
      case Values.LIST -> list(value);
      case Values.MAP -> map(value);
      default -> {}
    }
    json.writeEndObject();
  }

  private void list(StoredValue list) throws IOException {
    json.writeObjectFieldStart("arrayValue");
    json.writeArrayFieldStart("values");
    for (StoredValue element : list.elements()) {
      value(element);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void map(StoredValue map) throws IOException {
    json.writeObjectFieldStart("kvlistValue");
    json.writeArrayFieldStart("values");
    for (StoredValue.Entry entry : map.entries()) {
      attribute(entry.key(), entry.value());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static String hex(long id) {
    return HexFormat.of().toHexDigits(id);
  }
}
