package io.heddle.core.path;

import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The definition of the critical path, recursive and quadratic: the oracle of the tests. */
final class NaiveWalk {
  private final List<Execution> all;
  private final boolean strict;
  private final List<Piece> pieces = new ArrayList<>();

  private NaiveWalk(List<Execution> all, boolean strict) {
    this.all = all;
    this.strict = strict;
  }

  /** A stretch of time and whose it is. */
  record Piece(long spanId, long startNs, long endNs) {}

  static List<Piece> of(Run run, boolean strict) {
    NaiveWalk walk = new NaiveWalk(run.executions(), strict);
    Execution root = run.root();
    if (root.durationNs() > 0) {
      walk.frame(root, root.startNs(), root.endNs());
    }
    return walk.pieces;
  }

  private void frame(Execution span, long lo, long hi) {
    long tolerance = strict ? 0 : Math.min((hi - lo) / 100, 1_000_000);
    long cursor = hi;
    for (Child child : children(span, lo, hi)) {
      if (child.start < cursor && child.end <= cursor + tolerance) {
        long end = Math.min(child.end, cursor);
        emit(span, end, cursor);
        frame(child.execution, child.start, end);
        cursor = child.start;
      }
    }
    emit(span, lo, cursor);
  }

  private void emit(Execution span, long start, long end) {
    if (start < end) {
      pieces.add(new Piece(span.spanId(), start, end));
    }
  }

  private List<Child> children(Execution span, long lo, long hi) {
    return all.stream()
        .filter(it -> it.parent() == span.index() && blocks(span, it))
        .map(it -> new Child(it, Math.max(it.startNs(), lo), Math.min(it.endNs(), hi)))
        .filter(it -> it.start < it.end)
        .sorted(
            Comparator.comparingLong((Child it) -> -it.end)
                .thenComparingLong(it -> it.start)
                .thenComparingLong(it -> it.execution.spanId()))
        .toList();
  }

  private static boolean blocks(Execution parent, Execution child) {
    boolean handsOver = parent.kind() == Kind.PRODUCER && child.kind() == Kind.CONSUMER;
    boolean apart = child.startNs() >= parent.endNs() || child.endNs() <= parent.startNs();
    return !handsOver && !child.async() && !apart;
  }

  private record Child(Execution execution, long start, long end) {}
}
