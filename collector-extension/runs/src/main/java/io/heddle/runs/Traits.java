package io.heddle.runs;

import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Execution.Role;
import org.jspecify.annotations.Nullable;

/**
 * What many executions have in common: those that agree in it share one object.
 *
 * @param node the node's name; for an operation the operation's name
 * @param type llm, tool, code, http_request, knowledge_retrieval, human, timer, subworkflow, ...
 * @param attempt from 1
 * @param visit from 1
 * @param error error.type, or "error" when the status says only that; null for success
 */
public record Traits(
    Role role,
    Kind kind,
    String service,
    String node,
    String type,
    int attempt,
    int visit,
    boolean cold,
    boolean async,
    @Nullable String error) {

  Traits withVisit(int newAttempt, int newVisit) {
    return new Traits(role, kind, service, node, type, newAttempt, newVisit, cold, async, error);
  }

  Traits asCold() {
    return new Traits(role, kind, service, node, type, attempt, visit, true, async, error);
  }
}
