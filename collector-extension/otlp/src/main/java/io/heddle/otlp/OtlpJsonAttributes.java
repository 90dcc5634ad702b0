package io.heddle.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Attributes in OTLP/JSON, and the objects that carry them. */
final class OtlpJsonAttributes {
  private final Spans spans;
  private final int emptyKey;

  OtlpJsonAttributes(Spans spans) {
    this.spans = spans;
    emptyKey = spans.keys.intern("");
  }

  /** Appends an array of key and value; whole attributes only when one is damaged. */
  void list(JsonParser in, WordBuffer target) throws IOException {
    Json.each(in, entry -> attributeOrNothing(entry, target));
  }

  void event(JsonParser in, WordBuffer target) throws IOException {
    int start = target.size();
    target.addLong(0);
    target.add(spans.texts.intern(""));
    target.add(0);
    Json.fields(in, (field, value) -> eventField(field, value, target, start));
    target.set(start + 3, target.size() - start - 4);
  }

  private void eventField(String field, JsonParser in, WordBuffer target, int start)
      throws IOException {
    switch (field) {
      case "timeUnixNano" -> target.setLong(start, JsonValues.longValue(in));
      case "name" -> target.set(start + 2, spans.texts.intern(JsonValues.text(in)));
      case "attributes" -> list(in, target);
      default -> in.skipChildren();
    }
  }

  void link(JsonParser in, WordBuffer target) throws IOException {
    int start = target.size();
    for (int i = 0; i < 7; i++) {
      target.add(0);
    }
    Json.fields(in, (field, value) -> linkField(field, value, target, start));
    target.set(start + 6, target.size() - start - 7);
  }

  private void linkField(String field, JsonParser in, WordBuffer target, int start)
      throws IOException {
    switch (field) {
      case "traceId" -> {
        target.setLong(start, Ids.high(in));
        target.setLong(start + 2, Ids.low(in));
      }
      case "spanId" -> target.setLong(start + 4, Ids.low(in));
      case "attributes" -> list(in, target);
      default -> in.skipChildren();
    }
  }

  private void attributeOrNothing(JsonParser in, WordBuffer target) throws IOException {
    int start = target.size();
    try {
      attribute(in, target);
    } catch (IOException damaged) {
      target.truncate(start);
      throw damaged;
    }
  }

  private void attribute(JsonParser in, WordBuffer target) throws IOException {
    int start = target.size();
    target.add(emptyKey);
    Values.nothing(target);
    Json.fields(in, (field, value) -> attributeField(field, value, target, start));
  }

  private void attributeField(String field, JsonParser in, WordBuffer target, int start)
      throws IOException {
    switch (field) {
      case "key" -> target.set(start, spans.keys.intern(JsonValues.text(in)));
      case "value" -> {
        target.truncate(start + 1);
        value(in, target);
      }
      default -> in.skipChildren();
    }
  }

  private void value(JsonParser in, WordBuffer target) throws IOException {
    int start = target.size();
    Values.nothing(target);
    Json.fields(in, (field, value) -> valueField(field, value, target, start));
  }

  private void valueField(String field, JsonParser in, WordBuffer target, int start)
      throws IOException {
    if (in.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    switch (field) {
      case "stringValue" -> text(in, target, start, Values.TEXT);
      case "bytesValue" -> text(in, target, start, Values.BYTES);
      case "boolValue" -> {
        boolean value = JsonValues.booleanValue(in);
        target.truncate(start);
        Values.bool(target, value);
      }
      case "intValue" -> {
        long value = JsonValues.longValue(in);
        target.truncate(start);
        Values.integer(target, value);
      }
      case "doubleValue" -> {
        double value = JsonValues.doubleValue(in);
        target.truncate(start);
        Values.number(target, value);
      }
      case "arrayValue" -> structure(in, target, start, Values.LIST);
      case "kvlistValue" -> structure(in, target, start, Values.MAP);
      default -> in.skipChildren();
    }
  }

  private void text(JsonParser in, WordBuffer target, int start, int type) throws IOException {
    int text = spans.texts.intern(JsonValues.text(in));
    target.truncate(start);
    Values.text(target, type, text);
  }

  private void structure(JsonParser in, WordBuffer target, int start, int type) throws IOException {
    target.truncate(start);
    int mark = Values.open(target, type);
    Json.Element element =
        type == Values.LIST ? each -> value(each, target) : each -> attribute(each, target);
    Json.fields(
        in,
        (field, value) -> {
          if (field.equals("values")) {
            Json.each(value, element);
          } else {
            value.skipChildren();
          }
        });
    Values.close(target, mark, type);
  }
}
