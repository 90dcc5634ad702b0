package io.heddle.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists that a format without lists holds as one text: a JSON array in Jaeger's, names with commas
 * between them in Zipkin's. Taken for one name, two such texts would have nothing in common that
 * are not the same.
 */
final class ListTexts {
  private static final JsonFactory JSON = new JsonFactory();

  private String lastText = "";
  private List<String> last = List.of("");

  /** The elements, sorted; a text that is no list is its own element. */
  List<String> elements(String text) {
    if (!text.equals(lastText)) {
      lastText = text;
      List<String> array = array(text);
      last = (array == null ? parted(text) : array).stream().sorted().toList();
    }
    return last;
  }

  /** Null when the text is no array of texts and numbers. */
  private static @Nullable List<String> array(String text) {
    if (!text.startsWith("[")) {
      return null;
    }
    List<String> elements = new ArrayList<>();
    try (JsonParser in = JSON.createParser(text)) {
      in.nextToken();
      while (in.nextToken().isScalarValue()) {
        elements.add(in.getText());
      }
      return in.currentToken() == JsonToken.END_ARRAY ? elements : null;
    } catch (IOException noJson) {
      return null;
    }
  }

  /** Brackets and single quotes are Python's. */
  private static List<String> parted(String text) {
    String bare = text.strip();
    boolean inBrackets = bare.startsWith("[") && bare.endsWith("]");
    String[] parts = (inBrackets ? bare.substring(1, bare.length() - 1) : bare).split(",", -1);
    return Stream.of(parts).map(String::strip).map(ListTexts::unquoted).toList();
  }

  private static String unquoted(String part) {
    boolean quoted = part.length() > 1 && part.startsWith("'") && part.endsWith("'");
    return quoted ? part.substring(1, part.length() - 1) : part;
  }
}
