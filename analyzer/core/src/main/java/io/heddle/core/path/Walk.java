package io.heddle.core.path;

import static io.heddle.core.path.Frames.NONE;

/**
 * The backward walk: from a root's end, always to the child that was waited for last. A child that
 * ends exactly where the next one starts was waited for; one that reaches into the next was not,
 * unless by no more than the tolerance. Overruns are cut off. O(n log n), O(n) when children are
 * ordered by end.
 */
final class Walk {
  private static final long TOLERANCE_NS = 1_000_000;
  private static final int TOLERANCE_FRACTION = 100;

  private final Tree tree;
  private final Predecessors predecessors;
  private final Overlap overlap;
  private final Steps steps;
  private final Frames frames = new Frames();

  Walk(Tree tree, Predecessors predecessors, Overlap overlap, Steps steps) {
    this.tree = tree;
    this.predecessors = predecessors;
    this.overlap = overlap;
    this.steps = steps;
  }

  /** Hears what the walk finds, from the root's end backwards. */
  interface Steps {
    /** A span is about to be explained. */
    void enter(Frames frame);

    /**
     * Time in which the frame's span waited for no child.
     *
     * @param left the child that ends at {@code from}, or none
     */
    void gap(Frames frame, int left, long from, long to);

    /** A child was waited for; {@code to} is where the walk stood. */
    void child(Frames frame, int child, long to);
  }

  void from(int root) {
    enter(root, tree.start(root), tree.end(root), tree.end(root));
    while (!frames.isEmpty()) {
      step();
    }
  }

  private void enter(int span, long lo, long hi, long limit) {
    frames.push(span, lo, hi, limit);
    steps.enter(frames);
    frames.callee(Callees.of(tree, span));
    if (!predecessors.decide(span)) {
      frames.position(tree.lastChild(span));
    }
  }

  private void step() {
    int child = frames.cursor() > frames.lo() ? next() : NONE;
    if (child == NONE) {
      gap(NONE, frames.lo());
      frames.pop();
    } else {
      descend(child);
    }
  }

  private int next() {
    return predecessors.decide(frames.span()) ? predecessors.next(frames) : latest();
  }

  private void descend(int child) {
    long end = Math.max(frames.lo(), Math.min(tree.end(child), frames.cursor()));
    long start = Math.max(tree.start(child), frames.lo());
    gap(child, end);
    steps.child(frames, child, frames.cursor());
    frames.explained(child, start);
    if (start < end) {
      enter(child, start, end, Math.min(tree.end(child), frames.limit()));
    }
  }

  private void gap(int left, long from) {
    if (from < frames.cursor()) {
      steps.gap(frames, left, from, frames.cursor());
    }
  }

  /** The child with the latest end that the time still to explain leaves room for. */
  private int latest() {
    long limit = frames.cursor() + tolerance();
    while (frames.position() > tree.firstChild(frames.span())) {
      long end = endBefore(frames.position());
      if (end <= frames.lo()) {
        return NONE;
      }
      int child = firstOfThoseEnding(end);
      if (child != NONE && end <= limit && tree.start(child) < frames.cursor()) {
        return child;
      }
    }
    return NONE;
  }

  private int firstOfThoseEnding(long end) {
    int first = NONE;
    int position = frames.position();
    while (position > tree.firstChild(frames.span()) && endBefore(position) == end) {
      int child = --position;
      if (tree.attached(child) && tree.start(child) < end && earlier(child, first)) {
        first = child;
      }
    }
    frames.position(position);
    return first;
  }

  private boolean earlier(int child, int other) {
    if (other == NONE) {
      return true;
    }
    long start = Math.max(tree.start(child), frames.lo());
    long otherStart = Math.max(tree.start(other), frames.lo());
    return start == otherStart ? tree.smallerId(child, other) : start < otherStart;
  }

  private long endBefore(int position) {
    return Math.min(tree.end(position - 1), frames.hi());
  }

  private long tolerance() {
    return overlap == Overlap.STRICT
        ? 0
        : Math.min((frames.hi() - frames.lo()) / TOLERANCE_FRACTION, TOLERANCE_NS);
  }
}
