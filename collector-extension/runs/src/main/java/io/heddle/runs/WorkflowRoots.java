package io.heddle.runs;

import io.heddle.mapping.Field;
import io.heddle.mapping.Source;
import io.heddle.mapping.SpanMapper;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which spans are roots of a workflow. */
final class WorkflowRoots {
  private final SpanForest forest;
  private final @Nullable String[] workflows;
  private final @Nullable String[] runIds;
  private final BitSet marked = new BitSet();
  private final int[] above;

  WorkflowRoots(SpanForest forest) {
    this.forest = forest;
    workflows = new String[forest.spans.size()];
    runIds = new String[forest.spans.size()];
    above = new int[forest.spans.size()];
    readMarks();
    for (int root : forest.roots()) {
      dropRepeatedMarks(root);
    }
  }

  boolean isMarked(int span) {
    return marked.get(span);
  }

  /** The workflow the span names, null when it names none. */
  @Nullable String workflow(int span) {
    return workflows[span];
  }

  @Nullable String runId(int span) {
    return runIds[span];
  }

  /** The nearest root above a span, -1 for none. */
  int above(int span) {
    return above[span];
  }

  /** Marked spans below {@code top}, in the order of the tree. */
  List<Integer> markedBelow(int top) {
    List<Integer> found = new ArrayList<>();
    for (int span = forest.next(top, top); span >= 0; span = forest.next(span, top)) {
      if (marked.get(span)) {
        found.add(span);
      }
    }
    return found;
  }

  private void readMarks() {
    SpanMapper mapper = new SpanMapper(forest.spans);
    for (int span = 0; span < workflows.length; span++) {
      mapper.map(forest.spans, span);
      workflows[span] = mapper.text(Field.WORKFLOW);
      runIds[span] = mapper.text(Field.RUN_ID);
      marked.set(span, mapper.has(Field.WORKFLOW) && !isNode(mapper));
    }
  }

  private static boolean isNode(SpanMapper mapper) {
    var node = mapper.row(Field.NODE);
    return node != null && node.source().level() == Source.Level.ENGINE;
  }

  /** A source that writes the workflow on every span marks only the topmost one. */
  private void dropRepeatedMarks(int root) {
    above[root] = -1;
    for (int span = forest.next(root, root); span >= 0; span = forest.next(span, root)) {
      int parent = forest.parents[span];
      above[span] = marked.get(parent) ? parent : above[parent];
      if (marked.get(span) && above[span] >= 0 && isSame(above[span], span)) {
        marked.clear(span);
      }
    }
  }

  private boolean isSame(int outer, int inner) {
    return Objects.equals(workflows[outer], workflows[inner])
        && Objects.equals(runIds[outer], runIds[inner]);
  }
}
