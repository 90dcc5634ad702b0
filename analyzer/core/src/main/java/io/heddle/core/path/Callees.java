package io.heddle.core.path;

import static io.heddle.core.path.Frames.NONE;

/** Spans whose own time is a wait for another service. */
final class Callees {
  private static final int MIXED = -2;

  /** A child in the service that the span waits for, or none when the time is the span's own. */
  static int of(Tree tree, int span) {
    int callee = NONE;
    for (int i = tree.firstChild(span); i < tree.lastChild(span); i++) {
      int child = tree.child(i);
      if (tree.attached(child)) {
        if (tree.isServed(span, child)) {
          return child;
        }
        callee = callee == NONE ? child : agree(tree, callee, child);
      }
    }
    return callee >= 0 && !tree.service(callee).equals(tree.service(span)) ? callee : NONE;
  }

  private static int agree(Tree tree, int callee, int child) {
    return callee >= 0 && tree.service(callee).equals(tree.service(child)) ? callee : MIXED;
  }

  private Callees() {}
}
