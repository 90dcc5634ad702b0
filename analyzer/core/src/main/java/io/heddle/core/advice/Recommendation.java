package io.heddle.core.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding with an action and what the action would save.
 *
 * @param id stable for the same rule, service, workflow and nodes
 * @param rule the id of the rule that found it
 * @param saving null only for rules that save neither time nor money
 * @param steps what to do, in order
 * @param example code or configuration in the host engine's own words
 */
public record Recommendation(
    String id,
    String rule,
    Category category,
    Severity severity,
    String service,
    String workflow,
    List<String> nodes,
    String title,
    Facts evidence,
    @Nullable Saving saving,
    Level effort,
    Level risk,
    List<String> steps,
    @Nullable String example) {
  public Recommendation {
    nodes = List.copyOf(nodes);
    steps = List.copyOf(steps);
  }
}
