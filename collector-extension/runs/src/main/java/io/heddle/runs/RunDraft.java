package io.heddle.runs;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A run before what depends on the other runs is known: cold starts and the graph. */
record RunDraft(
    WorkflowKey workflow,
    String runId,
    boolean primary,
    List<Execution> executions,
    GraphText graph,
    Set<Run.Flag> flags) {

  Run finish(@Nullable Graph definition) {
    String traceId = executions.get(0).traceId();
    return new Run(workflow, runId, traceId, primary, executions, definition, flags);
  }

  /**
   * The definition as the root carried it.
   *
   * @param json null when it carried none
   * @param listed the definition as lists of names, null when no span carried them
   */
  record GraphText(@Nullable String json, @Nullable String hash, @Nullable Graph listed) {}
}
