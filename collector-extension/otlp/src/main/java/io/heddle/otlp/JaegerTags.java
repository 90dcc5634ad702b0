package io.heddle.otlp;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** Writes tags of Jaeger's JSON, each with its type. */
final class JaegerTags {
  private static final String[] KINDS = {
    "", "internal", "server", "client", "producer", "consumer"
  };

  private final JsonGenerator json;
  private final Losses losses;

  JaegerTags(JsonGenerator json, Losses losses) {
    this.json = json;
    this.losses = losses;
  }

  /** Attributes of a span, then what its kind and its status say unless an attribute does. */
  void ofSpan(Spans spans, int span) throws IOException {
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
      start("error", "bool");
      json.writeBooleanField("value", true);
      json.writeEndObject();
    }
  }

  void all(AttributeCursor attribute) throws IOException {
    while (attribute.next()) {
      tag(attribute.key(), attribute.value());
    }
  }

  void tag(String key, String text) throws IOException {
    start(key, "string");
    json.writeStringField("value", text);
    json.writeEndObject();
  }

  void tag(String key, StoredValue value) throws IOException {
    switch (value.type()) {
      case Values.BOOLEAN -> {
        start(key, "bool");
        json.writeBooleanField("value", value.bool());
        json.writeEndObject();
      }
      case Values.LONG -> {
        start(key, "int64");
        json.writeNumberField("value", value.integer());
        json.writeEndObject();
      }
      case Values.DOUBLE -> {
        start(key, "float64");
        json.writeNumberField("value", value.number());
        json.writeEndObject();
      }
      default -> {
        losses.count(
            value.type() != Values.TEXT,
            "attributes were lists, maps, bytes or nothing, and became texts");
        tag(key, value.text());
      }
    }
  }

  private void start(String key, String type) throws IOException {
    json.writeStartObject();
    json.writeStringField("key", key);
    json.writeStringField("type", type);
  }
}
