package io.heddle.core.blueprint;

import org.jspecify.annotations.Nullable;

/**
 * An edge between two vertices of a network.
 *
 * @param edge what the definition says about it; null for one that nesting or looping brought
 * @param hard whether no knowledge about data can lift it
 */
record Arc(int from, int to, @Nullable BlueprintEdge edge, boolean hard) {
  static Arc structural(int from, int to) {
    return new Arc(from, to, null, true);
  }

  BlueprintEdge.Kind kind() {
    return edge == null ? BlueprintEdge.Kind.ALWAYS : edge.kind();
  }

  Arc leaving(int vertex) {
    return new Arc(vertex, to, edge, true);
  }

  Arc hardened() {
    return new Arc(from, to, edge, true);
  }
}
