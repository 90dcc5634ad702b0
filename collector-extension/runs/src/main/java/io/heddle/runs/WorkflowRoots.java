package io.heddle.runs;

import io.heddle.mapping.SpanRole;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/** Which spans are marked as roots of a workflow. */
final class WorkflowRoots {
  private final SpanForest forest;
  private final SpanMarks marks;
  private final BitSet marked = new BitSet();
  private final int[] above;

  WorkflowRoots(SpanForest forest, SpanMarks marks) {
    this.forest = forest;
    this.marks = marks;
    above = new int[forest.spans.size()];
    for (int position = 0; position < forest.walk().size(); position++) {
      mark(forest.walk().row(position));
    }
  }

  boolean isMarked(int span) {
    return marked.get(span);
  }

  /** The nearest marked span above a span, -1 for none. */
  int above(int span) {
    return above[span];
  }

  /** Marked spans below {@code top}, in the order of the tree. */
  List<Integer> markedBelow(int top) {
    List<Integer> found = new ArrayList<>();
    Walk walk = forest.walk();
    int end = walk.end(top);
    for (int position = walk.position(top) + 1; position < end; position++) {
      if (marked.get(walk.row(position))) {
        found.add(walk.row(position));
      }
    }
    return found;
  }

  /** Marks a span whose parent was seen before. */
  private void mark(int span) {
    int parent = forest.parents[span];
    above[span] = parent < 0 ? -1 : marked.get(parent) ? parent : above[parent];
    marked.set(span, isRoot(span));
  }

  /** A source that writes its workflow on every span marks only the topmost one. */
  private boolean isRoot(int span) {
    SpanRole role = marks.role(span);
    if (role == SpanRole.TOPMOST_WORKFLOW) {
      return above[span] < 0;
    }
    return role == SpanRole.WORKFLOW && (above[span] < 0 || !isSame(above[span], span));
  }

  private boolean isSame(int outer, int inner) {
    return Objects.equals(marks.workflow(outer), marks.workflow(inner))
        && Objects.equals(marks.runId(outer), marks.runId(inner));
  }
}
