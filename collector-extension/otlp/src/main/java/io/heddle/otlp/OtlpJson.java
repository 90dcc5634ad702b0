package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads OTLP/JSON (ids in hex, 64-bit numbers as strings or numbers, enumerations as numbers or
 * names, unknown fields ignored, fields in any order) into a {@link Spans} table. One instance
 * serves one table and one thread.
 */
public final class OtlpJson {
  private final Spans spans;
  private final SpanWriter span;
  private final Origin origin;
  private final OtlpJsonAttributes attributes;

  /** Creates a reader that appends to a table. */
  public OtlpJson(Spans spans) {
    this.spans = spans;
    span = new SpanWriter(spans);
    origin = new Origin(spans);
    attributes = new OtlpJsonAttributes(spans);
  }

  /**
   * Decodes one ExportTraceServiceRequest.
   *
   * @throws TraceFormatException when it is damaged, naming the byte
   */
  public static Spans read(byte[] request) throws TraceFormatException {
    Spans spans = new Spans();
    if (new PlainOtlpJson(spans).read(request, 0, request.length)) {
      return spans;
    }
    try (JsonParser in = Json.parser(request, 0, request.length)) {
      new OtlpJson(spans).document(in);
    } catch (IOException damaged) {
      throw Json.explain(damaged);
    }
    return spans;
  }

  /**
   * Decodes one ExportTraceServiceRequest from a stream.
   *
   * @throws TraceFormatException when it is damaged, naming the byte
   * @throws IOException when the stream cannot be read
   */
  public static Spans read(InputStream request) throws IOException {
    return read(request.readAllBytes());
  }

  private void document(JsonParser in) throws IOException {
    if (in.nextToken() != JsonToken.START_OBJECT) {
      throw new TraceFormatException("no JSON object " + JsonValues.place(in));
    }
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String field = in.currentName();
      in.nextToken();
      if (field.equals("resourceSpans")) {
        resourceSpansList(in);
      } else {
        in.skipChildren();
      }
    }
    if (in.nextToken() != null) {
      throw new TraceFormatException("more than one document " + JsonValues.place(in));
    }
  }

  /** Reads the value of the field resourceSpans. */
  void resourceSpansList(JsonParser in) throws IOException {
    Json.each(in, this::resourceSpans);
  }

  void resourceSpans(JsonParser in) throws IOException {
    origin.startResource();
    try {
      Json.fields(in, this::resourceSpansField);
    } finally {
      origin.endResource();
    }
  }

  private void resourceSpansField(String field, JsonParser in) throws IOException {
    switch (field) {
      case "resource" -> Json.fields(in, this::resourceField);
      case "scopeSpans", "instrumentationLibrarySpans" -> Json.each(in, this::scopeSpans);
      default -> in.skipChildren();
    }
  }

  private void resourceField(String field, JsonParser in) throws IOException {
    if (field.equals("attributes")) {
      attributes.list(in, origin.resource);
    } else {
      in.skipChildren();
    }
  }

  private void scopeSpans(JsonParser in) throws IOException {
    origin.startScope();
    try {
      Json.fields(in, this::scopeSpansField);
    } finally {
      origin.endScope();
    }
  }

  private void scopeSpansField(String field, JsonParser in) throws IOException {
    switch (field) {
      case "scope", "instrumentationLibrary" -> Json.fields(in, this::scopeField);
      case "spans" -> Json.each(in, this::span);
      default -> in.skipChildren();
    }
  }

  private void scopeField(String field, JsonParser in) throws IOException {
    switch (field) {
      case "name" -> span.addText(origin.scope, Origin.SCOPE_NAME, JsonValues.text(in));
      case "version" -> span.addText(origin.scope, Origin.SCOPE_VERSION, JsonValues.text(in));
      case "attributes" -> attributes.list(in, origin.scope);
      default -> in.skipChildren();
    }
  }

  private void span(JsonParser in) throws IOException {
    span.clear();
    Json.fields(in, this::spanField);
    span.append();
  }

  private void spanField(String field, JsonParser in) throws IOException {
    switch (field) {
      case "traceId" -> traceId(in);
      case "spanId" -> span.spanId = Ids.low(in);
      case "traceState" -> traceState(in);
      case "parentSpanId" -> span.parentId = Ids.low(in);
      case "name" -> span.name = spans.texts.intern(JsonValues.text(in));
      case "kind" -> span.kind = kind(in);
      case "startTimeUnixNano" -> span.startNs = JsonValues.longValue(in);
      case "endTimeUnixNano" -> span.endNs = JsonValues.longValue(in);
      case "attributes" -> attributes.list(in, span.attributes);
      case "events" -> Json.each(in, event -> attributes.event(event, span.events));
      case "links" -> Json.each(in, link -> attributes.link(link, span.links));
      case "status" -> Json.fields(in, this::statusField);
      default -> in.skipChildren();
    }
  }

  private void traceId(JsonParser in) throws IOException {
    span.traceHigh = Ids.high(in);
    span.traceLow = Ids.low(in);
  }

  private void traceState(JsonParser in) throws IOException {
    boolean isText = in.currentToken() == JsonToken.VALUE_STRING;
    byte[] state = isText ? in.getText().getBytes(UTF_8) : new byte[0];
    span.sampled = Sampling.isSampled(state, 0, state.length);
    in.skipChildren();
  }

  private void statusField(String field, JsonParser in) throws IOException {
    if (field.equals("code")) {
      span.status =
          in.currentToken() == JsonToken.VALUE_STRING
              ? Codes.status(in.getText())
              : Codes.status(JsonValues.longValue(in));
    } else {
      in.skipChildren();
    }
  }

  private static int kind(JsonParser in) throws IOException {
    return in.currentToken() == JsonToken.VALUE_STRING
        ? Codes.kind(in.getText())
        : Codes.kind(JsonValues.longValue(in));
  }
}
