package io.heddle.recorder;

import io.heddle.recorder.value.ValueHasher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * A graph as it is sent: sorted, so that equal graphs give equal text whatever order their engine
 * keeps them in.
 *
 * @param json the value of {@code heddle.graph}
 * @param hash the value of {@code heddle.graph.hash}: 16 hex digits over the JSON
 */
record GraphDocument(String json, String hash) {
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
    String text = endArray(json).append('}').toString();
    return new GraphDocument(text, hash(text));
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
    json.append('"');
  }

  private static String hash(String json) {
    long hash = json.length();
    for (int i = 0; i < json.length(); i++) {
      hash = ValueHasher.chain(hash, json.charAt(i));
    }
    return HexFormat.of().toHexDigits(hash);
  }
}
