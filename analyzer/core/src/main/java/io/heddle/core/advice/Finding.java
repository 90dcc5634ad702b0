package io.heddle.core.advice;

import java.util.List;

/**
 * A fact without an action.
 *
 * @param kind change-point, drift, regression, improvement or modes
 */
public record Finding(
    String kind, String service, String workflow, List<String> nodes, Facts evidence) {
  public Finding {
    nodes = List.copyOf(nodes);
  }
}
