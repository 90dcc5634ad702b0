package io.heddle.recorder;

import io.heddle.recorder.value.ValueHasher;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A graph as it is sent: sorted, so that equal graphs give equal text whatever order their engine
 * keeps them in.
 *
 * @param json the value of {@code heddle.graph}
 * @param hash the value of {@code heddle.graph.hash}: 16 hex digits over the JSON
 */
record GraphDocument(String json, String hash) {
  private static final Comparator<Graph.Edge> EDGE_ORDER =
      Comparator.comparing(Graph.Edge::from)
          .thenComparing(Graph.Edge::to)
          .thenComparing(Graph.Edge::conditional);

  static GraphDocument of(Graph graph) {
    Stream<Graph.Node> nodes = graph.nodes().stream().sorted(Comparator.comparing(Graph.Node::id));
    Stream<Graph.Edge> edges = graph.edges().stream().distinct().sorted(EDGE_ORDER);
    String json =
        "{\"nodes\":%s,\"edges\":%s}"
            .formatted(array(nodes, GraphDocument::node), array(edges, GraphDocument::edge));
    return new GraphDocument(json, hash(json));
  }

  private static <T> String array(Stream<T> elements, Function<T, String> writer) {
    return elements.map(writer).collect(Collectors.joining(",", "[", "]"));
  }

  private static String node(Graph.Node node) {
    return "{\"id\":%s,\"type\":%s}".formatted(quoted(node.id()), quoted(node.type()));
  }

  private static String edge(Graph.Edge edge) {
    return "{\"from\":%s,\"to\":%s%s}"
        .formatted(
            quoted(edge.from()),
            quoted(edge.to()),
            edge.conditional() ? ",\"conditional\":true" : "");
  }

  /** RFC 8259 section 7. */
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
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
    return out.append('"').toString();
  }

  private static String hash(String json) {
    long hash = json.length();
    for (int i = 0; i < json.length(); i++) {
      hash = ValueHasher.chain(hash, json.charAt(i));
    }
    return HexFormat.of().toHexDigits(hash);
  }
}
