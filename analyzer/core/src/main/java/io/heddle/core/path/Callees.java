package io.heddle.core.path;

import static io.heddle.core.path.Frames.NONE;

import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Kind;

/** Spans whose own time is a wait for another service. */
final class Callees {
  private static final int MIXED = -2;

  /** A child in the service that the span waits for, or none when the time is the span's own. */
  static int of(Tree tree, int span) {
    int callee = NONE;
    for (int i = tree.firstChild(span); i < tree.lastChild(span); i++) {
      int child = tree.child(i);
      if (tree.attached(child)) {
        if (serves(tree, span, child)) {
          return child;
        }
        callee = callee == NONE ? child : agree(tree, callee, child);
      }
    }
    return callee >= 0 && !service(tree, callee).equals(service(tree, span)) ? callee : NONE;
  }

  private static int agree(Tree tree, int callee, int child) {
    return callee >= 0 && service(tree, callee).equals(service(tree, child)) ? callee : MIXED;
  }

  private static boolean serves(Tree tree, int span, int child) {
    Execution caller = tree.execution(span);
    return caller.kind() == Kind.CLIENT && tree.execution(child).kind() == Kind.SERVER;
  }

  private static String service(Tree tree, int index) {
    return tree.execution(index).service();
  }

  private Callees() {}
}
