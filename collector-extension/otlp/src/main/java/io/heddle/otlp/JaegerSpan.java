package io.heddle.otlp;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes spans of Jaeger's JSON with their references and logs. */
final class JaegerSpan {
  private final JsonGenerator json;
  private final Losses losses;
  private final JaegerTags tags;

  JaegerSpan(JsonGenerator json, Losses losses, JaegerTags tags) {
    this.json = json;
    this.losses = losses;
    this.tags = tags;
  }

  /** Writes a span of the process {@code p} and the number of its resource. */
  void write(Spans spans, int span) throws IOException {
    losses.times(spans, span);
    json.writeStartObject();
    json.writeStringField("traceID", spans.traceId(span));
    json.writeStringField("spanID", OtlpJsonOutput.hex(spans.spanId(span)));
    json.writeStringField("operationName", spans.name(span));
    references(spans, span);
    json.writeNumberField("startTime", Losses.microseconds(spans.startNs(span)));
    json.writeNumberField("duration", Losses.duration(spans, span));
    json.writeArrayFieldStart("tags");
    tags.ofSpan(spans, span);
    json.writeEndArray();
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
      losses.count(link.attributes().next(), "links had attributes");
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

  private void logs(EventCursor event) throws IOException {
    json.writeArrayFieldStart("logs");
    while (event.next()) {
      json.writeStartObject();
      json.writeNumberField("timestamp", Losses.microseconds(event.timeNs()));
      losses.count(
          event.timeNs() % Losses.MICROSECOND != 0, "events had times below a microsecond");
      json.writeArrayFieldStart("fields");
      tags.tag("event", event.name());
      tags.all(event.attributes());
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
