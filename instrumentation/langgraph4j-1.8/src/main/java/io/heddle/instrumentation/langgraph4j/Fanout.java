package io.heddle.instrumentation.langgraph4j;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fan-out that is under way: which branches have begun, and when it was ready to begin them.
 * Thread-safe: branches begin and end on any thread.
 */
final class Fanout {
  private final GraphRun run;
  private final List<GraphNode> branches;
  private final @Nullable OpenNode[] begun;
  private final long[] spans;
  private final Predecessors before;
  private final WeakReference<Object> state;
  private final long readyNanos = System.nanoTime();

  Fanout(GraphRun run, List<GraphNode> branches, Object state) {
    this.run = run;
    this.branches = branches;
    this.state = new WeakReference<>(state);
    this.begun = new OpenNode[branches.size()];
    this.spans = new long[branches.size()];
    this.before = run.predecessors().copy();
  }

  GraphRun run() {
    return run;
  }

  /** What all branches had to wait for; one may begin after another has ended the fan-out. */
  Predecessors before() {
    return before;
  }

  long readyNanos() {
    return readyNanos;
  }

  GraphNode branch(int index) {
    return branches.get(index);
  }

  /**
   * Takes the branch of that action: the first not begun yet, when several share one action object.
   *
   * @param actions the engine's action objects, in the order of the branches
   * @return its index; negative if it is none of this fan-out
   */
  @SuppressWarnings("ReferenceEquality")
  synchronized int claim(List<?> actions, Object action, OpenNode node) {
    for (int i = 0; i < begun.length; i++) {
      if (begun[i] == null && actions.get(i) == action) {
        begun[i] = node;
        return i;
      }
    }
    return -1;
  }

  synchronized boolean haveAllBegun() {
    return !Arrays.asList(begun).contains(null);
  }

  synchronized void began(int index, long span) {
    spans[index] = span;
  }

  /** The branches share one state object, and a thread that is none of theirs read it. */
  synchronized void readByUnknown() {
    for (OpenNode node : begun) {
      if (node != null) {
        node.readByUnknown();
      }
    }
  }

  /** The state object that all branches get; null once it is collected. */
  @Nullable Object state() {
    return state.get();
  }

  /** All branches have ended: they are what the next node waited for. */
  synchronized void joined() {
    run.fanout(null);
    Predecessors predecessors = run.predecessors();
    predecessors.clear();
    for (long span : spans) {
      predecessors.add(span);
    }
  }
}
