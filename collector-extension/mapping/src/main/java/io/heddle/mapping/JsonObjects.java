package io.heddle.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects that sources write as text: the members that are neither objects nor lists. */
final class JsonObjects {
  private static final JsonFactory JSON = new JsonFactory();

  private String lastText = "";
  private Map<String, String> last = Map.of();

  /** The members in their order; none when the text is no JSON object. */
  Map<String, String> members(String text) {
    if (!text.equals(lastText)) {
      lastText = text;
      last = read(text);
    }
    return last;
  }

  private static Map<String, String> read(String text) {
    Map<String, String> members = new LinkedHashMap<>();
    try (JsonParser in = JSON.createParser(text)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return Map.of();
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        if (in.nextToken().isScalarValue()) {
          members.put(name, in.getText());
        } else {
          in.skipChildren();
        }
      }
      return members;
    } catch (IOException noJson) {
      return Map.of();
    }
  }
}
