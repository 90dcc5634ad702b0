package io.heddle.otlp;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the JSON of Jaeger's query API and user interface: a trace with its spans and processes
 * after the other. The spans of one trace have to be in one table.
 */
final class JaegerOutput implements SpanOutput {
  private static final String[] KINDS = {
    "", "internal", "server", "client", "producer", "consumer"
  };
  private static final long MICROSECOND = 1_000;

  private final JsonGenerator json;
  private final SortedMap<String, Long> losses = new TreeMap<>();

  JaegerOutput(OutputStream out) throws IOException {
    json = OtlpJsonOutput.FACTORY.createGenerator(out);
    json.writeStartObject();
    json.writeArrayFieldStart("data");
  }

  @Override
  public void write(Spans spans) throws IOException {
    Map<String, List<Integer>> traces = new LinkedHashMap<>();
    for (int span = 0; span < spans.size(); span++) {
      traces.computeIfAbsent(spans.traceId(span), none -> new ArrayList<>()).add(span);
    }
    for (Map.Entry<String, List<Integer>> trace : traces.entrySet()) {
      trace(spans, trace.getKey(), trace.getValue());
    }
  }

  @Override
  public void finish() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }

  @Override
  public SortedMap<String, Long> losses() {
    return losses;
  }

  private void trace(Spans spans, String id, List<Integer> members) throws IOException {
    json.writeStartObject();
    json.writeStringField("traceID", id);
    json.writeArrayFieldStart("spans");
    Set<Integer> resources = new TreeSet<>();
    for (int span : members) {
      resources.add(spans.resource(span));
      span(spans, span);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("processes");
    for (int resource : resources) {
      process(spans, resource);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void process(Spans spans, int resource) throws IOException {
    json.writeObjectFieldStart("p" + resource);
    AttributeCursor attribute = spans.attributes().resource(resource);
    String service = attribute.find(spans.keyNumber("service.name"));
    json.writeStringField("serviceName", service == null ? "" : service);
    json.writeArrayFieldStart("tags");
    attribute.resource(resource);
    while (attribute.next()) {
      if (!attribute.key().equals("service.name")) {
        tag(attribute.key(), attribute.value());
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void span(Spans spans, int span) throws IOException {
    json.writeStartObject();
    json.writeStringField("traceID", spans.traceId(span));
    json.writeStringField("spanID", OtlpJsonOutput.hex(spans.spanId(span)));
    json.writeStringField("operationName", spans.name(span));
    references(spans, span);
    long start = spans.startNs(span);
    long end = spans.endNs(span);
    json.writeNumberField("startTime", microseconds(start));
    json.writeNumberField("duration", Math.max(0, microseconds(end) - microseconds(start)));
    lost(start % MICROSECOND != 0 || end % MICROSECOND != 0, "spans had times below a microsecond");
    lost(end < start, "spans ended before they started");
    tags(spans, span);
    logs(spans.events().span(span));
    json.writeStringField("processID", "p" + spans.resource(span));
    json.writeEndObject();
  }

  private void references(Spans spans, int span) throws IOException {
    json.writeArrayFieldStart("references");
    if (spans.parentSpanId(span) != 0) {
      reference("CHILD_OF", spans.traceId(span), spans.parentSpanId(span));
    }
    LinkCursor link = spans.links().span(span);
    while (link.next()) {
      String trace = OtlpJsonOutput.hex(link.traceIdHigh()) + OtlpJsonOutput.hex(link.traceIdLow());
      reference("FOLLOWS_FROM", trace, link.spanId());
      lost(link.attributes().next(), "links had attributes");
    }
    json.writeEndArray();
  }

  private void reference(String type, String trace, long span) throws IOException {
    json.writeStartObject();
    json.writeStringField("refType", type);
    json.writeStringField("traceID", trace);
    json.writeStringField("spanID", OtlpJsonOutput.hex(span));
    json.writeEndObject();
  }

  private void tags(Spans spans, int span) throws IOException {
    json.writeArrayFieldStart("tags");
    Set<String> written = new TreeSet<>();
    AttributeCursor attribute = spans.attributes().record(spans.record(span));
    while (attribute.next()) {
      written.add(attribute.key());
      tag(attribute.key(), attribute.value());
    }
    if (spans.kind(span) != 0 && !written.contains("span.kind")) {
      tag("span.kind", KINDS[spans.kind(span)]);
    }
    if (spans.status(span) != Spans.STATUS_UNSET && !written.contains("otel.status_code")) {
      tag("otel.status_code", spans.status(span) == Spans.STATUS_OK ? "OK" : "ERROR");
    }
    if (spans.status(span) == Spans.STATUS_ERROR && !written.contains("error")) {
      json.writeStartObject();
      json.writeStringField("key", "error");
      json.writeStringField("type", "bool");
      json.writeBooleanField("value", true);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void logs(EventCursor event) throws IOException {
    json.writeArrayFieldStart("logs");
    while (event.next()) {
      json.writeStartObject();
      json.writeNumberField("timestamp", microseconds(event.timeNs()));
      lost(event.timeNs() % MICROSECOND != 0, "events had times below a microsecond");
      json.writeArrayFieldStart("fields");
      tag("event", event.name());
      AttributeCursor attribute = event.attributes();
      while (attribute.next()) {
        tag(attribute.key(), attribute.value());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void tag(String key, String text) throws IOException {
    json.writeStartObject();
    json.writeStringField("key", key);
    json.writeStringField("type", "string");
    json.writeStringField("value", text);
    json.writeEndObject();
  }

  private void tag(String key, StoredValue value) throws IOException {
    switch (value.type()) {
      case Values.BOOLEAN, Values.LONG, Values.DOUBLE -> {
        json.writeStartObject();
        json.writeStringField("key", key);
        typed(value);
        json.writeEndObject();
      }
      case Values.TEXT -> tag(key, value.text());
      default -> {
        lost(true, "attributes were lists, maps, bytes or nothing, and became texts");
        tag(key, value.text());
      }
    }
  }

  private void typed(StoredValue value) throws IOException {
    switch (value.type()) {
      case Values.BOOLEAN -> {
        json.writeStringField("type", "bool");
        json.writeBooleanField("value", value.bool());
      }
      case Values.LONG -> {
        json.writeStringField("type", "int64");
        json.writeNumberField("value", value.integer());
      }
      default -> {
        json.writeStringField("type", "float64");
        json.writeNumberField("value", value.number());
      }
    }
  }

  private void lost(boolean met, String what) {
    if (met) {
      losses.merge(what, 1L, Long::sum);
    }
  }

  private static long microseconds(long ns) {
    return Math.floorDiv(ns, MICROSECOND);
  }
}
