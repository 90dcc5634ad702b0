package io.heddle.benchmarks.traces;

import com.fasterxml.jackson.core.JsonGenerator;
import io.heddle.benchmarks.traces.GeneratedSpan.TraceId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The JSON of Jaeger's query API: one document, whole traces, microseconds. */
final class JaegerWriter implements TraceWriter {
  private static final long MICROSECOND = 1_000;

  private final JsonGenerator out;

  JaegerWriter(JsonGenerator out) throws IOException {
    this.out = out;
    out.writeStartObject();
    out.writeArrayFieldStart("data");
  }

  @Override
  public void write(List<GeneratedSpan> spans) throws IOException {
    Map<TraceId, List<GeneratedSpan>> traces = new LinkedHashMap<>();
    spans.forEach(span -> traces.computeIfAbsent(span.trace(), id -> new ArrayList<>()).add(span));
    for (Map.Entry<TraceId, List<GeneratedSpan>> trace : traces.entrySet()) {
      trace(trace.getKey(), trace.getValue());
    }
  }

  @Override
  public void finish() throws IOException {
    out.close();
  }

  private void trace(TraceId id, List<GeneratedSpan> spans) throws IOException {
    out.writeStartObject();
    out.writeStringField("traceID", Hex.of(id));
    out.writeArrayFieldStart("spans");
    for (GeneratedSpan span : spans) {
      span(span);
    }
    out.writeEndArray();
    out.writeObjectFieldStart("processes");
    for (String service : spans.stream().map(GeneratedSpan::service).distinct().toList()) {
      process(service);
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private void process(String service) throws IOException {
    Map<String, String> tags = Resources.of(service);
    out.writeObjectFieldStart(service);
    out.writeStringField("serviceName", tags.remove("service.name"));
    out.writeArrayFieldStart("tags");
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      tag(tag.getKey(), tag.getValue());
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void span(GeneratedSpan span) throws IOException {
    out.writeStartObject();
    out.writeStringField("traceID", Hex.of(span.trace()));
    out.writeStringField("spanID", Hex.of(span.id()));
    out.writeStringField("operationName", span.name());
    references(span);
    out.writeNumberField("startTime", span.startNs() / MICROSECOND);
    out.writeNumberField("duration", (span.endNs() - span.startNs()) / MICROSECOND);
    out.writeArrayFieldStart("tags");
    for (Map.Entry<String, Object> tag : span.attributes().entrySet()) {
      tag(tag.getKey(), tag.getValue());
    }
    tag("span.kind", span.kind().name().toLowerCase(Locale.ROOT));
    if (span.failed()) {
      tag("error", "true");
    }
    out.writeEndArray();
    out.writeStringField("processID", span.service());
    out.writeEndObject();
  }

  private void references(GeneratedSpan span) throws IOException {
    out.writeArrayFieldStart("references");
    if (span.parent() != 0) {
      out.writeStartObject();
      out.writeStringField("refType", "CHILD_OF");
      out.writeStringField("traceID", Hex.of(span.trace()));
      out.writeStringField("spanID", Hex.of(span.parent()));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void tag(String key, Object value) throws IOException {
    out.writeStartObject();
    out.writeStringField("key", key);
    if (value instanceof Long number) {
      out.writeStringField("type", "int64");
      out.writeNumberField("value", number);
    } else {
      out.writeStringField("type", "string");
      out.writeStringField("value", value.toString());
    }
    out.writeEndObject();
  }
}
