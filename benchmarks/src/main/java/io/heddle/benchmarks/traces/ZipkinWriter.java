package io.heddle.benchmarks.traces;

import com.fasterxml.jackson.core.JsonGenerator;
import io.heddle.benchmarks.traces.GeneratedSpan.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Zipkin v2 JSON: one array of spans, microseconds. */
final class ZipkinWriter implements TraceWriter {
  private static final long MICROSECOND = 1_000;

  private final JsonGenerator out;

  ZipkinWriter(JsonGenerator out) throws IOException {
    this.out = out;
    out.writeStartArray();
  }

  @Override
  public void write(List<GeneratedSpan> spans) throws IOException {
    for (GeneratedSpan span : spans) {
      span(span);
    }
  }

  @Override
  public void finish() throws IOException {
    out.close();
  }

  private void span(GeneratedSpan span) throws IOException {
    out.writeStartObject();
    out.writeStringField("traceId", Hex.of(span.trace()));
    out.writeStringField("id", Hex.of(span.id()));
    if (span.parent() != 0) {
      out.writeStringField("parentId", Hex.of(span.parent()));
    }
    out.writeStringField("name", span.name());
    if (span.kind() != Kind.INTERNAL) {
      out.writeStringField("kind", span.kind().name());
    }
    out.writeNumberField("timestamp", span.startNs() / MICROSECOND);
    out.writeNumberField("duration", Math.max(1, (span.endNs() - span.startNs()) / MICROSECOND));
    out.writeObjectFieldStart("localEndpoint");
    out.writeStringField("serviceName", span.service());
    out.writeEndObject();
    tags(span);
    out.writeEndObject();
  }

  private void tags(GeneratedSpan span) throws IOException {
    out.writeObjectFieldStart("tags");
    for (Map.Entry<String, Object> tag : span.attributes().entrySet()) {
      out.writeStringField(tag.getKey(), tag.getValue().toString());
    }
    if (span.failed()) {
      out.writeStringField("error", "true");
    }
    out.writeEndObject();
  }
}
