package io.heddle.core.path;

import static io.heddle.core.path.Frames.NONE;

/** Spans whose own time is a wait for another service. */
final class Callees {
  /** A child in the service that the span waits for, or none when the time is the span's own. */
  static int of(Tree tree, int span) {
    int served = tree.calls(span) ? served(tree, span) : NONE;
    return served == NONE ? foreign(tree, span) : served;
  }

  /** The server's side of a call. */
  private static int served(Tree tree, int span) {
    for (int child = tree.firstChild(span); child < tree.lastChild(span); child++) {
      if (tree.attached(child) && tree.serves(child)) {
        return child;
      }
    }
    return NONE;
  }

  /** One of the children, when all belong to one other service. */
  private static int foreign(Tree tree, int span) {
    int callee = NONE;
    for (int child = tree.firstChild(span); child < tree.lastChild(span); child++) {
      if (tree.attached(child)) {
        callee = callee == NONE ? child : callee;
        if (!tree.service(child).equals(tree.service(callee))
            || tree.service(child).equals(tree.service(span))) {
          return NONE;
        }
      }
    }
    return callee;
  }

  private Callees() {}
}
