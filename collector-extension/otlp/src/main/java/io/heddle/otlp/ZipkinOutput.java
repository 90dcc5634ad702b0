package io.heddle.otlp;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.SortedMap;

/** Writes Zipkin's v2 JSON: an array of spans. What a resource says becomes tags of its spans. */
final class ZipkinOutput implements SpanOutput {
  private static final String[] KINDS = {"", "", "SERVER", "CLIENT", "PRODUCER", "CONSUMER"};
  private static final int INTERNAL = 1;

  private final JsonGenerator json;
  private final Losses losses = new Losses();

  ZipkinOutput(OutputStream out) throws IOException {
    json = OtlpJsonOutput.FACTORY.createGenerator(out);
    json.writeStartArray();
  }

  @Override
  public void write(Spans spans) throws IOException {
    for (int span = 0; span < spans.size(); span++) {
      span(spans, span);
    }
  }

  @Override
  public void finish() throws IOException {
    json.writeEndArray();
    json.writeRaw('\n');
    json.close();
  }

  @Override
  public SortedMap<String, Long> losses() {
    return losses.counts();
  }

  private void span(Spans spans, int span) throws IOException {
    losses.times(spans, span);
    losses.count(spans.kind(span) == INTERNAL, "spans were internal");
    json.writeStartObject();
    json.writeStringField("traceId", spans.traceId(span));
    json.writeStringField("id", OtlpJsonOutput.hex(spans.spanId(span)));
    if (spans.parentSpanId(span) != 0) {
      json.writeStringField("parentId", OtlpJsonOutput.hex(spans.parentSpanId(span)));
    }
    if (!KINDS[spans.kind(span)].isEmpty()) {
      json.writeStringField("kind", KINDS[spans.kind(span)]);
    }
    json.writeStringField("name", spans.name(span));
    json.writeNumberField("timestamp", Losses.microseconds(spans.startNs(span)));
    json.writeNumberField("duration", Losses.duration(spans, span));
    tags(new ZipkinTags(spans, span, losses));
    annotations(spans.events().span(span));
    LinkCursor link = spans.links().span(span);
    while (link.next()) {
      losses.count(true, "links are left out");
    }
    json.writeEndObject();
  }

  private void tags(ZipkinTags tags) throws IOException {
    endpoint("localEndpoint", tags.service());
    endpoint("remoteEndpoint", tags.peer());
    json.writeObjectFieldStart("tags");
    for (var tag : tags.others().entrySet()) {
      json.writeStringField(tag.getKey(), tag.getValue());
    }
    json.writeEndObject();
  }

  private void endpoint(String field, String service) throws IOException {
    if (!service.isEmpty()) {
      json.writeObjectFieldStart(field);
      json.writeStringField("serviceName", service);
      json.writeEndObject();
    }
  }

  private void annotations(EventCursor event) throws IOException {
    boolean any = false;
    while (event.next()) {
      if (!any) {
        json.writeArrayFieldStart("annotations");
        any = true;
      }
      losses.count(
          event.timeNs() % Losses.MICROSECOND != 0, "events had times below a microsecond");
      losses.count(event.attributes().next(), "events had attributes");
      json.writeStartObject();
      json.writeNumberField("timestamp", Losses.microseconds(event.timeNs()));
      json.writeStringField("value", event.name());
      json.writeEndObject();
    }
    if (any) {
      json.writeEndArray();
    }
  }
}
