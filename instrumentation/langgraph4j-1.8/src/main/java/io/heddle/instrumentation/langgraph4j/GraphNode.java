package io.heddle.instrumentation.langgraph4j;

import io.heddle.recorder.Node;
import org.jspecify.annotations.Nullable;

/** A node of a compiled graph. Thread-safe. */
final class GraphNode {
  private final Node node;
  private final KnownNames written = new KnownNames();

  /** Plain: what came after it the last time, on whatever thread, is only a guess. */
  private @Nullable GraphNode next;

  GraphNode(Node node) {
    this.node = node;
  }

  /** How the recorder knows it. */
  Node node() {
    return node;
  }

  /** The names it has written so far. */
  KnownNames written() {
    return written;
  }

  boolean isCalled(String id) {
    return id.equals(node.id());
  }

  /** The node that came after it in the run that came here last. */
  @Nullable GraphNode next() {
    return next;
  }

  void next(GraphNode after) {
    next = after;
  }
}
