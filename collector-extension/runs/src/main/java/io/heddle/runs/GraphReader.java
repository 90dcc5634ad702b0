package io.heddle.runs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads {@code heddle.graph}; fields it does not know are skipped. */
final class GraphReader {
  private static final JsonFactory JSON = new JsonFactory();

  private final List<Graph.Node> nodes = new ArrayList<>();
  private final List<Graph.Edge> edges = new ArrayList<>();

  /** The graph, or null when the text is none. */
  static @Nullable Graph read(String json, String hash) {
    try (JsonParser in = JSON.createParser(json)) {
      GraphReader reader = new GraphReader();
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      reader.graph(in);
      return new Graph(hash, reader.nodes, reader.edges);
    } catch (IOException damaged) {
      return null;
    }
  }

  private void graph(JsonParser in) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String field = in.currentName();
      JsonToken value = in.nextToken();
      if (value == JsonToken.START_ARRAY && (field.equals("nodes") || field.equals("edges"))) {
        elements(in, field.equals("nodes"));
      } else {
        in.skipChildren();
      }
    }
  }

  private void elements(JsonParser in, boolean areNodes) throws IOException {
    while (in.nextToken() == JsonToken.START_OBJECT) {
      Fields fields = Fields.read(in);
      if (areNodes) {
        nodes.add(new Graph.Node(fields.text("id"), fields.text("type")));
      } else {
        edges.add(
            new Graph.Edge(
                fields.text("from"), fields.text("to"), fields.text("conditional").equals("true")));
      }
    }
    if (in.currentToken() != JsonToken.END_ARRAY) {
      throw new IOException("no object in a list of the graph");
    }
  }

  /** The scalar fields of an object. */
  private record Fields(Map<String, String> values) {
    static Fields read(JsonParser in) throws IOException {
      Map<String, String> values = new HashMap<>();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String field = in.currentName();
        if (in.nextToken().isScalarValue()) {
          values.put(field, in.getText());
        } else {
          in.skipChildren();
        }
      }
      return new Fields(values);
    }

    String text(String field) {
      return Objects.requireNonNullElse(values.get(field), "");
    }
  }
}
