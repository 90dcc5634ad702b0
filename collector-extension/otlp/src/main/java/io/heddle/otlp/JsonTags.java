package io.heddle.otlp;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Tags of Jaeger: a key, a type, and a value of a JSON type; some tags are columns of a span. */
final class JsonTags {
  private final Spans spans;
  private final WordBuffer value = new WordBuffer();
  private String key = "";
  private String text = "";

  JsonTags(Spans spans) {
    this.spans = spans;
  }

  /**
   * Appends a tag.
   *
   * @param owner the span whose kind and status the tag may tell
   */
  void tag(JsonParser in, WordBuffer target, @Nullable SpanWriter owner) throws IOException {
    key = "";
    text = "";
    value.clear();
    Values.nothing(value);
    Json.fields(in, this::field);
    target.add(spans.keys.intern(key));
    target.addAll(value);
    if (owner != null) {
      tell(owner);
    }
  }

  private void field(String name, JsonParser in) throws IOException {
    switch (name) {
      case "key" -> key = JsonValues.text(in);
      case "value" -> value(in);
      default -> in.skipChildren();
    }
  }

  private void value(JsonParser in) throws IOException {
    value.clear();
    text = in.currentToken().isScalarValue() ? JsonValues.text(in) : "";
    switch (in.currentToken()) {
      case VALUE_TRUE, VALUE_FALSE -> Values.bool(value, JsonValues.booleanValue(in));
      case VALUE_NUMBER_INT -> Values.integer(value, JsonValues.longValue(in));
      case VALUE_NUMBER_FLOAT -> Values.number(value, JsonValues.doubleValue(in));
      case VALUE_STRING -> Values.text(value, Values.TEXT, spans.texts.intern(text));
      default -> {
        in.skipChildren();
        Values.nothing(value);
      }
    }
  }

  private void tell(SpanWriter owner) {
    switch (key) {
      case "span.kind" -> owner.kind = Codes.kindByWord(text);
      case "error" -> owner.status = text.equals("false") ? owner.status : Spans.STATUS_ERROR;
      case "otel.status_code" -> owner.status = Codes.status(text);
      default -> {}
    }
  }
}
