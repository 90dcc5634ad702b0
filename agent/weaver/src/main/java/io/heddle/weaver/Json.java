package io.heddle.weaver;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes maps, lists, strings, numbers and booleans as JSON (RFC 8259). */
final class Json {
  private final StringBuilder out = new StringBuilder();

  private Json() {}

  /** The text of one object; its members in the order of the map, each on a line of its own. */
  static String of(Map<String, ?> object) {
    Json json = new Json();
    json.write(object);
    return json.out.append('\n').toString();
  }

  private void write(Object value) {
    if (value instanceof Map<?, ?> object) {
      members(object);
    } else if (value instanceof List<?> array) {
      elements(array);
    } else if (value instanceof String text) {
      quoted(text);
    } else {
      out.append(value);
    }
  }

  private void members(Map<?, ?> object) {
    String separator = "{\n";
    for (Map.Entry<?, ?> member : object.entrySet()) {
      out.append(separator);
      quoted((String) member.getKey());
      out.append(": ");
      write(Objects.requireNonNull(member.getValue()));
      separator = ",\n";
    }
    out.append(object.isEmpty() ? "{}" : "}");
  }

  private void elements(List<?> array) {
    String separator = "[";
    for (Object element : array) {
      out.append(separator);
      write(Objects.requireNonNull(element));
      separator = ", ";
    }
    out.append(array.isEmpty() ? "[]" : "]");
  }

  private void quoted(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
