package io.heddle.runs;

import io.heddle.runs.Execution.Kind;
import io.heddle.runs.Execution.Role;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What many executions have in common: those that agree in it share one object.
 *
 * @param node the node's name; for an operation the operation's name
 * @param type llm, tool, code, http_request, knowledge_retrieval, human, timer, subworkflow, ...
 * @param attempt from 1
 * @param visit from 1
 * @param error its type, text or code, or "error" when the status says only that; null for success
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

  /** Asked for every span: what the language makes of a record is slow until it is compiled. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Traits traits
        && role == traits.role
        && kind == traits.kind
        && attempt == traits.attempt
        && visit == traits.visit
        && cold == traits.cold
        && async == traits.async
        && node.equals(traits.node)
        && service.equals(traits.service)
        && type.equals(traits.type)
        && Objects.equals(error, traits.error);
  }

  @Override
  public int hashCode() {
    int names = 31 * (31 * node.hashCode() + service.hashCode()) + type.hashCode();
    return 31 * (31 * names + attempt) + visit;
  }

  Traits withVisit(int newAttempt, int newVisit) {
    return new Traits(role, kind, service, node, type, newAttempt, newVisit, cold, async, error);
  }

  Traits asCold() {
    return new Traits(role, kind, service, node, type, attempt, visit, true, async, error);
  }
}
