package io.heddle.core.path;

import static io.heddle.core.path.Frames.NONE;

import io.heddle.runs.Execution;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gives every piece of the walk its kind and owner. */
final class SectionWriter implements Walk.Steps {
  private final Tree tree;
  private final Predecessors predecessors;
  private final List<Section> sections = new ArrayList<>();
  private final Set<Integer> clipped = new LinkedHashSet<>();
  private boolean tolerated;

  SectionWriter(Tree tree, Predecessors predecessors) {
    this.tree = tree;
    this.predecessors = predecessors;
  }

  List<Section> sections() {
    return sections;
  }

  Set<Integer> clipped() {
    return clipped;
  }

  /** Whether an overlap of siblings was cut off. */
  boolean tolerated() {
    return tolerated;
  }

  @Override
  public void gap(Frames frame, int left, long from, long to) {
    if (isBackoff(left, frame.right())) {
      write(frame.right(), from, to, SectionKind.BACKOFF);
    } else {
      long queued = Math.max(from, to - waitBefore(frame, left, to - from));
      write(frame.right(), queued, to, SectionKind.QUEUE);
      writeOwn(frame, left, from, queued);
    }
  }

  @Override
  public void enter(Frames frame) {
    for (int child = tree.firstChild(frame.span()); child < tree.lastChild(frame.span()); child++) {
      if (overruns(frame, child) && tree.attached(child)) {
        clipped.add(child);
      }
    }
  }

  private boolean overruns(Frames frame, int child) {
    long start = tree.start(child);
    long end = tree.end(child);
    boolean over = start < frame.lo() || end > frame.limit();
    return over && start < frame.limit() && end > frame.lo();
  }

  @Override
  public void child(Frames frame, int child, long to) {
    boolean overlaps = Math.min(tree.end(child), frame.hi()) > to;
    if (overlaps && predecessors.decide(frame.span())) {
      clipped.add(child);
    } else {
      tolerated |= overlaps;
    }
  }

  private boolean isBackoff(int left, int right) {
    return left != NONE
        && right != NONE
        && tree.isRepeated(right)
        && sameVisit(tree.execution(left), tree.execution(right))
        && tree.execution(right).attempt() > tree.execution(left).attempt();
  }

  private static boolean sameVisit(Execution one, Execution other) {
    return one.node().equals(other.node())
        && one.service().equals(other.service())
        && one.visit() == other.visit();
  }

  /** A recorded wait beats a recorded edge, which explains the whole gap. */
  private long waitBefore(Frames frame, int left, long gap) {
    if (frame.right() == NONE) {
      return 0;
    }
    if (tree.hasWait(frame.right())) {
      return Math.min(tree.execution(frame.right()).waitNs(), gap);
    }
    return left != NONE && predecessors.decide(frame.span()) ? gap : 0;
  }

  private void writeOwn(Frames frame, int left, long from, long to) {
    if (frame.callee() != NONE) {
      String callee = tree.service(frame.callee());
      add(new Section(tree.execution(frame.span()), from, to, SectionKind.EDGE, callee));
    } else {
      boolean engine = isBetweenNodes(frame, left);
      write(frame.span(), from, to, engine ? SectionKind.ENGINE : SectionKind.SELF);
    }
  }

  private boolean isBetweenNodes(Frames frame, int left) {
    return tree.isRoot(frame.span()) && isNode(left) && isNode(frame.right());
  }

  private boolean isNode(int index) {
    return index != NONE && tree.isNode(index);
  }

  private void write(int owner, long from, long to, SectionKind kind) {
    if (from < to) {
      add(new Section(tree.execution(owner), from, to, kind, null));
    }
  }

  private void add(Section section) {
    if (section.durationNs() > 0) {
      sections.add(section);
    }
  }
}
