package io.heddle.instrumentation.langgraph4j;

import org.jspecify.annotations.Nullable;

/** The way of one run through the nodes of its graph. One thread at a time. */
final class Route {
  private final CompiledWorkflow workflow;
  private @Nullable GraphNode last;
  private @Nullable GraphNode expected;
  private @Nullable String expectedId;

  Route(CompiledWorkflow workflow) {
    this.workflow = workflow;
  }

  /**
   * The node that runs now; mostly the one that came after the last one in another run too.
   *
   * @return null for the engine's pseudo node around a fan-out
   */
  @SuppressWarnings("ReferenceEquality") // spares a look into both
  @Nullable GraphNode next(String id, Object action) {
    GraphNode guess = expected;
    if (guess != null && (id == expectedId || guess.isCalled(id))) {
      last = guess;
      return guess;
    }
    ActionKind kind = ActionKind.of(action);
    return kind == ActionKind.FANOUT ? null : unexpected(last, workflow.node(id, kind));
  }

  /**
   * The node that runs now ends. What comes next is looked up now, since it lies in lines that have
   * left the cache since the run before: at the end of a node nothing waits for them.
   */
  void lookAhead() {
    GraphNode guess = last == null ? null : last.next();
    expected = guess;
    expectedId = guess == null ? null : guess.knownId();
  }

  private GraphNode unexpected(@Nullable GraphNode before, GraphNode found) {
    if (before != null) {
      before.next(found);
    }
    last = found;
    return found;
  }
}
