package io.heddle.instrumentation.langgraph4j;

import io.heddle.recorder.Node;
import org.jspecify.annotations.Nullable;

/** A node of a compiled graph. Thread-safe. */
final class GraphNode {
  private final Node node;
  private final ActionKind kind;
  private final KnownNames written = new KnownNames();

  /** The engine's own object for the id, as seen last. Plain: another one is only compared. */
  private String known;

  /** Plain: what came after it the last time, on whatever thread, is only a guess. */
  private @Nullable GraphNode next;

  GraphNode(Node node, ActionKind kind) {
    this.node = node;
    this.kind = kind;
    this.known = node.id();
  }

  /** How the recorder knows it. */
  Node node() {
    return node;
  }

  ActionKind kind() {
    return kind;
  }

  /** The names it has written so far. */
  KnownNames written() {
    return written;
  }

  @SuppressWarnings("ReferenceEquality") // spares a look into both
  boolean isCalled(String id) {
    if (id == known) {
      return true;
    }
    boolean isSo = id.equals(known);
    if (isSo) {
      known = id;
    }
    return isSo;
  }

  /** The engine's own object for the id, as seen last. */
  String knownId() {
    return known;
  }

  /** The node that came after it in the run that came here last. */
  @Nullable GraphNode next() {
    return next;
  }

  void next(GraphNode after) {
    next = after;
  }
}
