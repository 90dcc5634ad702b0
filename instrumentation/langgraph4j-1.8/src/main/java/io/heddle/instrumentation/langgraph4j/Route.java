package io.heddle.instrumentation.langgraph4j;

import org.jspecify.annotations.Nullable;

/** The way of one run through the nodes of its graph. One thread at a time. */
final class Route {
  private final CompiledWorkflow workflow;
  private @Nullable GraphNode last;

  Route(CompiledWorkflow workflow) {
    this.workflow = workflow;
  }

  /**
   * The node that runs now; mostly the one that came after the last one in another run too.
   *
   * @return null for the engine's pseudo node around a fan-out
   */
  @Nullable GraphNode next(String id, Object action) {
    GraphNode before = last;
    GraphNode guess = before == null ? null : before.next();
    if (guess != null && guess.isCalled(id)) {
      last = guess;
      return guess;
    }
    ActionKind kind = ActionKind.of(action);
    return kind == ActionKind.FANOUT ? null : unexpected(before, workflow.node(id, kind));
  }

  private GraphNode unexpected(@Nullable GraphNode before, GraphNode found) {
    if (before != null) {
      before.next(found);
    }
    last = found;
    return found;
  }
}
