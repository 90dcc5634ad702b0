package io.heddle.core.blueprint;

import java.util.Map;

/**
 * What a user knows better than the defaults. Immutable.
 *
 * @param types costs by node type
 * @param nodes costs by node id or name; they win over those of the type
 * @param probabilities how often a conditional edge is taken, 0 to 1
 * @param rounds of loops and containers by the id or name of a node in the loop, or of the
 *     container
 * @param usualRounds of every other loop whose rounds nobody wrote down
 * @param memoryLimitBytes the score falls when more is needed at once
 */
public record Assumptions(
    Map<String, Cost> types,
    Map<String, Cost> nodes,
    Map<Way, Double> probabilities,
    Map<String, Integer> rounds,
    int usualRounds,
    double memoryLimitBytes) {
  /** Three rounds a loop, 4 GiB. */
  public static final Assumptions DEFAULTS =
      new Assumptions(Map.of(), Map.of(), Map.of(), Map.of(), 3, 4.0 * (1L << 30));

  public Assumptions {
    types = Map.copyOf(types);
    nodes = Map.copyOf(nodes);
    probabilities = Map.copyOf(probabilities);
    rounds = Map.copyOf(rounds);
  }

  /** From one node to another, by id. */
  public record Way(String from, String to) {}

  Cost of(BlueprintNode node) {
    return nodes
        .getOrDefault(node.id(), nodes.getOrDefault(node.name(), Cost.UNKNOWN))
        .or(types.getOrDefault(node.type(), Cost.UNKNOWN));
  }
}
