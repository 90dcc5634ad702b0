package io.heddle.runs;

/**
 * Which spans of a run are its nodes. Where an engine marks nodes, these and no others; below a
 * marked root, what any source marks; else every span, since an operation of a service is a node.
 */
enum NodeRule {
  ENGINE_NODES,
  MARKED_NODES,
  EVERY_SPAN;

  static NodeRule of(Members members, SpanMarks marks, boolean rootIsMarked) {
    boolean marked = false;
    for (int i = 0; i < members.size(); i++) {
      if (marks.isEngineNode(members.span(i))) {
        return ENGINE_NODES;
      }
      marked |= i > 0 && marks.isNode(members.span(i));
    }
    return rootIsMarked && marked ? MARKED_NODES : EVERY_SPAN;
  }

  boolean isNode(SpanMarks marks, int span) {
    return switch (this) {
      case ENGINE_NODES -> marks.isEngineNode(span);
      case MARKED_NODES -> marks.isNode(span);
      case EVERY_SPAN -> true;
    };
  }
}
