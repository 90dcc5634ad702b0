package io.heddle.instrumentation.langgraph4j;

import io.heddle.recorder.Node;

/**
 * A node of a compiled graph.
 *
 * @param node how the recorder knows it
 * @param written the names it has written so far
 */
record GraphNode(Node node, KnownNames written) {
  GraphNode(Node node) {
    this(node, new KnownNames());
  }
}
