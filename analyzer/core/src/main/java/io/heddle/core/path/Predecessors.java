package io.heddle.core.path;

import static io.heddle.core.path.Frames.NONE;

import io.heddle.runs.Execution;
import java.util.HashMap;
import java.util.Map;

/**
 * Recorded edges. Among spans that they order they beat time: a node was blocked by its recorded
 * predecessor with the latest end, and a node without one by nothing but its parent. An earlier
 * attempt is a predecessor of the next.
 */
final class Predecessors {
  private final Tree tree;
  private final boolean[] decided;

  /** By index, as links are recorded; empty when there are none. */
  private final int[] places;

  private final Map<Attempt, Integer> attempts = new HashMap<>();
  private boolean contradictTime;

  Predecessors(Tree tree) {
    this.tree = tree;
    decided = new boolean[tree.size()];
    places = tree.hasEdges() ? tree.places() : new int[0];
    for (int place : places) {
      readEdges(place);
    }
    if (tree.hasEdges() && tree.hasRepeated()) {
      readAttempts();
    }
  }

  /** Whether edges, not time, order the children of this span. */
  boolean decide(int span) {
    return decided[span];
  }

  /** Whether some predecessor ends after its successor's start. */
  boolean contradictTime() {
    return contradictTime;
  }

  /** The child that blocked what the frame explained last. */
  int next(Frames frame) {
    return frame.right() == NONE ? last(frame) : blocker(frame.span(), frame.right());
  }

  private void readEdges(int place) {
    for (int predecessor : tree.execution(place).predecessors()) {
      decided[Math.max(0, tree.parent(place))] = true;
      decided[around(places[predecessor], place)] = true;
      contradictTime |= tree.end(places[predecessor]) > tree.start(place);
    }
  }

  /** The innermost span around both, the first root if there is none; parents come first. */
  private int around(int one, int other) {
    int before = one;
    int behind = other;
    while (before != behind && behind >= 0 && before >= 0) {
      if (before > behind) {
        before = tree.parent(before);
      } else {
        behind = tree.parent(behind);
      }
    }
    return Math.max(0, Math.min(before, behind));
  }

  private void readAttempts() {
    for (int place = 0; place < tree.size(); place++) {
      attempts.merge(Attempt.of(tree.execution(place)), place, this::lastToEnd);
    }
  }

  private int lastToEnd(int one, int other) {
    return tree.endsBefore(one, other) ? other : one;
  }

  private int last(Frames frame) {
    int last = NONE;
    for (int child = tree.firstChild(frame.span()); child < tree.lastChild(frame.span()); child++) {
      if (tree.attached(child) && fills(frame, child)) {
        last = later(child, last, frame.lo(), frame.hi()) ? child : last;
      }
    }
    return last;
  }

  private boolean fills(Frames frame, int child) {
    return Math.max(tree.start(child), frame.lo()) < Math.min(tree.end(child), frame.hi());
  }

  private int blocker(int parent, int node) {
    int blocker = earlierAttempt(node);
    for (int predecessor : tree.execution(node).predecessors()) {
      int sibling = siblingHolding(places[predecessor], parent);
      if (sibling != NONE && precedes(sibling, node)) {
        blocker = later(sibling, blocker, Long.MIN_VALUE, Long.MAX_VALUE) ? sibling : blocker;
      }
    }
    return blocker;
  }

  private int earlierAttempt(int node) {
    Execution execution = tree.execution(node);
    int earlier =
        execution.attempt() > 1
            ? attempts.getOrDefault(Attempt.of(execution).before(), NONE)
            : NONE;
    return earlier != NONE && precedes(earlier, node) ? earlier : NONE;
  }

  /** The child of the parent that is, or contains, the execution. */
  private int siblingHolding(int place, int parent) {
    int at = place;
    while (at != NONE && tree.parent(at) != parent) {
      at = tree.parent(at);
    }
    return at;
  }

  /** Strictly earlier, so that no ring of links holds the walk. */
  private boolean precedes(int one, int other) {
    if (!tree.attached(one)) {
      return false;
    }
    boolean instant = tree.start(one) == tree.end(one) && tree.endsBefore(one, other);
    return tree.start(one) < tree.start(other) || (instant && tree.start(one) == tree.start(other));
  }

  private boolean later(int one, int other, long lo, long hi) {
    if (other == NONE) {
      return true;
    }
    long end = Math.min(tree.end(one), hi);
    long otherEnd = Math.min(tree.end(other), hi);
    long start = Math.max(tree.start(one), lo);
    long otherStart = Math.max(tree.start(other), lo);
    if (end != otherEnd) {
      return end > otherEnd;
    }
    return start == otherStart ? tree.smallerId(one, other) : start < otherStart;
  }

  private record Attempt(int parent, String service, String node, int visit, int number) {
    static Attempt of(Execution execution) {
      return new Attempt(
          execution.parent(),
          execution.service(),
          execution.node(),
          execution.visit(),
          execution.attempt());
    }

    Attempt before() {
      return new Attempt(parent, service, node, visit, number - 1);
    }
  }
}
