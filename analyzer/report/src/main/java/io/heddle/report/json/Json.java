package io.heddle.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes fields one after another. Not thread-safe. */
final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

  private final JsonGenerator generator;

  private Json(JsonGenerator generator) {
    this.generator = generator;
  }

  /** A part of a document. */
  @FunctionalInterface
  interface Part {
    void write(Json json) throws IOException;
  }

  /** How one element of a list is written. */
  @FunctionalInterface
  interface Element<T> {
    void write(Json json, T value) throws IOException;
  }

  /** One indented object and a line end. */
  static void document(Writer out, Part fields) throws IOException {
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      generator.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(INDENTER));
      new Json(generator).object(fields);
    }
    out.write('\n');
  }

  /** One object on one line. */
  static void line(Writer out, Part fields) throws IOException {
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      new Json(generator).object(fields);
    }
    out.write('\n');
  }

  void object(Part fields) throws IOException {
    generator.writeStartObject();
    fields.write(this);
    generator.writeEndObject();
  }

  void object(String name, Part fields) throws IOException {
    generator.writeFieldName(name);
    object(fields);
  }

  /** Null when there is no value. */
  <T> void optional(String name, @Nullable T value, Element<T> element) throws IOException {
    generator.writeFieldName(name);
    if (value == null) {
      generator.writeNull();
    } else {
      object(json -> element.write(json, value));
    }
  }

  <T> void objects(String name, Iterable<T> values, Element<T> element) throws IOException {
    generator.writeArrayFieldStart(name);
    for (T value : values) {
      object(json -> element.write(json, value));
    }
    generator.writeEndArray();
  }

  void texts(String name, Iterable<String> values) throws IOException {
    generator.writeArrayFieldStart(name);
    for (String value : values) {
      generator.writeString(value);
    }
    generator.writeEndArray();
  }

  void numbers(String name, List<Double> values) throws IOException {
    generator.writeArrayFieldStart(name);
    for (double value : values) {
      generator.writeNumber(value);
    }
    generator.writeEndArray();
  }

  void field(String name, @Nullable String value) throws IOException {
    generator.writeFieldName(name);
    generator.writeString(value);
  }

  void field(String name, boolean value) throws IOException {
    generator.writeBooleanField(name, value);
  }

  void field(String name, long value) throws IOException {
    generator.writeNumberField(name, value);
  }

  void field(String name, double value) throws IOException {
    generator.writeNumberField(name, value);
  }

  void field(String name, @Nullable Number value) throws IOException {
    generator.writeFieldName(name);
    plain(value);
  }

  /** Nanoseconds since the epoch, which do not fit a JavaScript number. */
  void nanoseconds(String name, long value) throws IOException {
    generator.writeStringField(name, Long.toString(value));
  }

  /** Text, numbers, truth, null, and lists and maps of these. */
  void plain(String name, @Nullable Object value) throws IOException {
    generator.writeFieldName(name);
    plain(value);
  }

  private void plain(@Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      object(json -> json.entries(map));
    } else if (value instanceof Iterable<?> values) {
      generator.writeStartArray();
      for (Object element : values) {
        plain(element);
      }
      generator.writeEndArray();
    } else {
      generator.writePOJO(value);
    }
  }

  private void entries(Map<?, ?> map) throws IOException {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      plain(String.valueOf(entry.getKey()), entry.getValue());
    }
  }
}
