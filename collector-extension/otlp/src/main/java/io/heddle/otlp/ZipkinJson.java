package io.heddle.otlp;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * Reads spans of Zipkin's v2 JSON, one object a span. Times are microseconds there. The two halves
 * of a shared span are told apart by {@link SharedSpans} when the document ends.
 */
final class ZipkinJson {
  private static final long MICROSECOND = 1_000;

  private final Spans spans;
  private final SpanWriter span;
  private final WordBuffer resource = new WordBuffer();
  private int documentStart;
  private int fields;
  private long durationNs;

  ZipkinJson(Spans spans) {
    this.spans = spans;
    span = new SpanWriter(spans);
  }

  void startDocument() {
    documentStart = spans.size();
  }

  void endDocument() {
    if (spans.size() > documentStart) {
      new SharedSpans(spans, documentStart).split();
    }
  }

  void startSpan() {
    span.clear();
    resource.clear();
    fields = 0;
    durationNs = 0;
  }

  /** Appends the span; false when the object was none. */
  boolean endSpan() {
    boolean isSpan = fields == 2;
    if (isSpan) {
      span.endNs = span.startNs + durationNs;
      int row = span.append();
      spans.setResource(row, row + 1, spans.internResource(resource));
    }
    return isSpan;
  }

  void field(String field, JsonParser in) throws IOException {
    switch (field) {
      case "traceId" -> traceId(in);
      case "id" -> {
        span.spanId = Ids.low(in);
        fields++;
      }
      case "parentId" -> span.parentId = Ids.low(in);
      case "name" -> span.name = spans.texts.intern(JsonValues.text(in));
      case "kind" -> span.kind = Codes.kindByWord(JsonValues.text(in));
      case "timestamp" -> span.startNs = JsonValues.longValue(in) * MICROSECOND;
      case "duration" -> durationNs = JsonValues.longValue(in) * MICROSECOND;
      case "localEndpoint" -> Json.fields(in, this::localEndpoint);
      case "remoteEndpoint" -> Json.fields(in, this::remoteEndpoint);
      case "tags" -> Json.fields(in, this::tag);
      case "annotations" -> Json.each(in, this::annotation);
      default -> in.skipChildren();
    }
  }

  private void traceId(JsonParser in) throws IOException {
    span.traceHigh = Ids.high(in);
    span.traceLow = Ids.low(in);
    fields++;
  }

  private void localEndpoint(String field, JsonParser in) throws IOException {
    switch (field) {
      case "serviceName" -> span.addText(resource, "service.name", JsonValues.text(in));
      case "ipv4", "ipv6" -> span.addText(resource, "host.ip", JsonValues.text(in));
      default -> in.skipChildren();
    }
  }

  private void remoteEndpoint(String field, JsonParser in) throws IOException {
    if (field.equals("serviceName")) {
      span.addText(span.attributes, "peer.service", JsonValues.text(in));
    } else {
      in.skipChildren();
    }
  }

  private void tag(String key, JsonParser in) throws IOException {
    span.addText(span.attributes, key, JsonValues.text(in));
    switch (key) {
      case "error" -> span.status = Spans.STATUS_ERROR;
      case "otel.status_code" -> span.status = Codes.status(JsonValues.text(in));
      default -> {}
    }
  }

  private void annotation(JsonParser in) throws IOException {
    WordBuffer events = span.events;
    int start = events.size();
    events.addLong(0);
    events.add(spans.texts.intern(""));
    events.add(0);
    Json.fields(
        in,
        (field, value) -> {
          switch (field) {
            case "timestamp" -> events.setLong(start, JsonValues.longValue(value) * MICROSECOND);
            case "value" -> events.set(start + 2, spans.texts.intern(JsonValues.text(value)));
            default -> value.skipChildren();
          }
        });
  }
}
