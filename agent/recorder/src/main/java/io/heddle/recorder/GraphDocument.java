package io.heddle.recorder;

import io.heddle.recorder.value.ValueHasher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A graph as it is sent: sorted, so that equal graphs give equal text whatever order their engine
 * keeps them in. Thread-safe.
 */
final class GraphDocument {
  private final String json;

  /** Made when it is first sent. Plain: two threads may make the same. */
  private @Nullable String hash;

  private GraphDocument(String json) {
    this.json = json;
  }

  static GraphDocument of(Graph graph) {
    List<Graph.Node> nodes = new ArrayList<>(graph.nodes());
    Collections.sort(nodes);
    StringBuilder json = new StringBuilder("{\"nodes\":[");
    for (Graph.Node node : nodes) {
      append(json, node);
    }
    endArray(json).append(",\"edges\":[");
    for (Graph.Edge edge : new TreeSet<>(graph.edges())) {
      append(json, edge);
    }
    return new GraphDocument(endArray(json).append('}').toString());
  }

  /** The value of {@code heddle.graph}. */
  String json() {
    return json;
  }

  /** The value of {@code heddle.graph.hash}: 16 hex digits over the JSON. */
  String hash() {
    String known = hash;
    if (known == null) {
      known = hash(json);
      hash = known;
    }
    return known;
  }

  private static void append(StringBuilder json, Graph.Node node) {
    quote(json.append("{\"id\":"), node.id());
    quote(json.append(",\"type\":"), node.type());
    json.append("},");
  }

  private static void append(StringBuilder json, Graph.Edge edge) {
    quote(json.append("{\"from\":"), edge.from());
    quote(json.append(",\"to\":"), edge.to());
    json.append(edge.conditional() ? ",\"conditional\":true}," : "},");
  }

  /** In the place of the comma after the last element, if there is one. */
  private static StringBuilder endArray(StringBuilder json) {
    int last = json.length() - 1;
    if (json.charAt(last) == ',') {
      json.setLength(last);
    }
    return json.append(']');
  }

  /** RFC 8259 section 7. */
  private static void quote(StringBuilder json, String text) {
    json.append('"');
    if (isPlain(text)) {
      json.append(text); // one by one they cost a start, whose code is not compiled
    } else {
      escape(json, text);
    }
    json.append('"');
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\' || c < ' ') {
        return false;
      }
    }
    return true;
  }

  private static void escape(StringBuilder json, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
      } else {
        json.append(c);
      }
    }
  }

  private static String hash(String json) {
    long hash = json.length();
    for (int i = 0; i < json.length(); i++) {
      hash = ValueHasher.chain(hash, json.charAt(i));
    }
    return HexFormat.of().toHexDigits(hash);
  }
}
