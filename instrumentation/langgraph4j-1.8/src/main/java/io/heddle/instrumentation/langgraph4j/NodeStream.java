package io.heddle.instrumentation.langgraph4j;

import io.heddle.recorder.Execution;
import io.heddle.recorder.Lane;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Who asks a run for its steps, and the stream that a node of it has returned. One thread at a
 * time.
 */
final class NodeStream {
  private final GraphRun run;
  private @Nullable WeakReference<Object> asker;
  private @Nullable StreamVisit visit;

  NodeStream(GraphRun run) {
    this.run = run;
  }

  /** The engine asks for the run's steps through that generator. */
  void askedThrough(Object outerGenerator) {
    if (!isAskedThrough(outerGenerator)) {
      asker = new WeakReference<>(outerGenerator);
    }
  }

  boolean isAskedThrough(Object outerGenerator) {
    WeakReference<Object> known = asker;
    return known != null && known.refersTo(outerGenerator);
  }

  /** Whether the node streams, or has streamed and nobody has taken note of the end. */
  boolean isUnderWay() {
    return visit != null || run.node().isStreaming();
  }

  /**
   * A streaming node's generator is asked on this thread: what it calls becomes its operations.
   *
   * @return null if no node streams, or it is a subgraph, whose nodes have executions of their own
   */
  @Nullable StreamVisit enter(Lane lane) {
    OpenNode node = run.node();
    Execution streaming = node.isStreaming() && !node.isSubgraph() ? node.execution() : null;
    if (streaming == null) {
      return null;
    }
    lane.enter(streaming);
    visit = new StreamVisit(run, streaming);
    return visit;
  }

  /** The engine itself is asked again: a node that streamed has ended. */
  void leave(Lane lane) {
    if (visit != null) {
      visit.leave(lane);
      visit = null;
    }
    OpenNode node = run.node();
    node.streamed(node.generation(), null);
  }
}
