package io.heddle.core.path;

import io.heddle.runs.Execution;
import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The definition of the critical path, recursive and quadratic: the oracle of the tests. */
final class NaiveWalk {
  private static final Comparator<Child> LATEST =
      Comparator.comparingLong((Child it) -> -it.end)
          .thenComparingLong(it -> it.start)
          .thenComparingLong(it -> it.execution.spanId());

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
    if (span.durationNs() == 0 || lo == hi) {
      return;
    }
    if (isLinked(span)) {
      followLinks(span, lo, hi);
    } else {
      followTime(span, lo, hi);
    }
  }

  private void followTime(Execution span, long lo, long hi) {
    long tolerance = strict ? 0 : Math.min((hi - lo) / 100, 1_000_000);
    long cursor = hi;
    Execution right = null;
    for (Child child : children(span, lo, hi)) {
      if (child.start < cursor && child.end <= cursor + tolerance) {
        long end = Math.min(child.end, cursor);
        gap(span, child.execution, right, end, cursor);
        frame(child.execution, child.start, end);
        cursor = child.start;
        right = child.execution;
      }
    }
    gap(span, null, right, lo, cursor);
  }

  private void followLinks(Execution span, long lo, long hi) {
    long cursor = hi;
    Execution right = null;
    Execution left =
        children(span, lo, hi).stream().map(it -> it.execution).findFirst().orElse(null);
    while (left != null && cursor > lo) {
      long end = Math.max(lo, Math.min(left.endNs(), cursor));
      long start = Math.min(end, Math.max(left.startNs(), lo));
      gap(span, left, right, end, cursor);
      frame(left, start, end);
      cursor = start;
      right = left;
      left = blocker(right);
    }
    gap(span, null, right, lo, cursor);
  }

  /** The wait of what came after it, then the span's own. */
  private void gap(
      Execution span, @Nullable Execution left, @Nullable Execution right, long from, long to) {
    long waited = right == null ? 0 : Math.min(waited(span, left, right), to - from);
    if (waited > 0) {
      pieces.add(new Piece(right.spanId(), to - waited, to));
    }
    if (from < to - waited) {
      pieces.add(new Piece(span.spanId(), from, to - waited));
    }
  }

  private long waited(Execution span, @Nullable Execution left, Execution right) {
    if (left != null && isEarlierAttempt(left, right)) {
      return Long.MAX_VALUE;
    }
    if (right.waitNs() >= 0) {
      return right.waitNs();
    }
    return left != null && isLinked(span) ? Long.MAX_VALUE : 0;
  }

  private boolean isLinked(Execution span) {
    return all.stream()
        .filter(it -> it.predecessors().length > 0)
        .anyMatch(it -> it.parent() == span.index() || isInnermostAround(span, it));
  }

  private boolean isInnermostAround(Execution span, Execution successor) {
    List<Integer> above = above(successor.index());
    return IntStream.of(successor.predecessors())
        .map(it -> above(it).stream().filter(above::contains).findFirst().orElse(0))
        .anyMatch(it -> it == span.index());
  }

  /** Itself, then what is around it, innermost first. */
  private List<Integer> above(int index) {
    List<Integer> above = new ArrayList<>();
    for (int at = index; at >= 0; at = all.get(at).parent()) {
      above.add(at);
    }
    return above;
  }

  private @Nullable Execution blocker(Execution node) {
    List<Execution> earlier = new ArrayList<>();
    IntStream.of(node.predecessors()).mapToObj(all::get).forEach(earlier::add);
    all.stream()
        .filter(it -> it.parent() == node.parent() && isEarlierAttempt(it, node))
        .filter(it -> it.attempt() == node.attempt() - 1)
        .max(Comparator.comparingLong(Execution::endNs).thenComparing(Execution::spanId))
        .ifPresent(earlier::add);
    return earlier.stream()
        .flatMap(it -> sibling(it, node).stream())
        .filter(it -> blocks(all.get(node.parent()), it) && precedes(it, node))
        .map(it -> new Child(it, it.startNs(), it.endNs()))
        .min(LATEST)
        .map(it -> it.execution)
        .orElse(null);
  }

  /** What is or holds the execution beside the node. */
  private List<Execution> sibling(Execution execution, Execution node) {
    Execution at = execution;
    while (at.parent() >= 0 && at.parent() != node.parent()) {
      at = all.get(at.parent());
    }
    return at.parent() == node.parent() ? List.of(at) : List.of();
  }

  private static boolean precedes(Execution one, Execution other) {
    return one.startNs() < other.startNs()
        || one.startNs() == other.startNs()
            && one.durationNs() == 0
            && (other.durationNs() > 0 || one.spanId() < other.spanId());
  }

  private static boolean isEarlierAttempt(Execution one, Execution other) {
    return one.node().equals(other.node())
        && one.service().equals(other.service())
        && one.visit() == other.visit()
        && one.attempt() < other.attempt();
  }

  private List<Child> children(Execution span, long lo, long hi) {
    return all.stream()
        .filter(it -> it.parent() == span.index() && blocks(span, it))
        .map(it -> new Child(it, Math.max(it.startNs(), lo), Math.min(it.endNs(), hi)))
        .filter(it -> it.start < it.end)
        .sorted(LATEST)
        .toList();
  }

  private static boolean blocks(Execution parent, Execution child) {
    boolean handsOver = parent.kind() == Kind.PRODUCER && child.kind() == Kind.CONSUMER;
    boolean apart =
        child.durationNs() == 0
            ? child.startNs() < parent.startNs() || child.startNs() > parent.endNs()
            : child.startNs() >= parent.endNs() || child.endNs() <= parent.startNs();
    return !handsOver && !child.async() && !apart;
  }

  private record Child(Execution execution, long start, long end) {}
}
