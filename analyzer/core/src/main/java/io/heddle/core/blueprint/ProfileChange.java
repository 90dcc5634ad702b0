package io.heddle.core.blueprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What changed from one version of a definition to another. Nodes are told apart by id.
 *
 * @param removedNodes as the base has them
 * @param changedNodes in both versions, with another type, place or estimate
 */
public record ProfileChange(
    StaticProfile base,
    StaticProfile current,
    List<StaticProfile.Node> addedNodes,
    List<StaticProfile.Node> removedNodes,
    List<Pair> changedNodes,
    List<BlueprintEdge> addedEdges,
    List<BlueprintEdge> removedEdges) {
  public ProfileChange {
    addedNodes = List.copyOf(addedNodes);
    removedNodes = List.copyOf(removedNodes);
    changedNodes = List.copyOf(changedNodes);
    addedEdges = List.copyOf(addedEdges);
    removedEdges = List.copyOf(removedEdges);
  }

  /** A node in both versions. */
  public record Pair(StaticProfile.Node base, StaticProfile.Node current) {
    private boolean differs() {
      return !base.node().type().equals(current.node().type())
          || !String.valueOf(base.node().parent()).equals(String.valueOf(current.node().parent()))
          || !base.estimate().equals(current.estimate())
          || base.executions() != current.executions();
    }
  }

  /** Compares two profiles. */
  public static ProfileChange of(StaticProfile base, StaticProfile current) {
    Map<String, StaticProfile.Node> before = byId(base);
    Map<String, StaticProfile.Node> after = byId(current);
    List<Pair> both = new ArrayList<>();
    after.forEach((id, node) -> {
      StaticProfile.Node old = before.get(id);
      if (old != null) {
        both.add(new Pair(old, node));
      }
    });
    return new ProfileChange(
        base,
        current,
        without(after, before),
        without(before, after),
        both.stream().filter(Pair::differs).toList(),
        without(current.edges(), base.edges()),
        without(base.edges(), current.edges()));
  }

  private static Map<String, StaticProfile.Node> byId(StaticProfile profile) {
    Map<String, StaticProfile.Node> nodes = new TreeMap<>();
    profile.nodes().forEach(node -> nodes.put(node.node().id(), node));
    return nodes;
  }

  private static List<StaticProfile.Node> without(
      Map<String, StaticProfile.Node> all, Map<String, StaticProfile.Node> known) {
    return all.entrySet().stream()
        .filter(entry -> !known.containsKey(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static List<BlueprintEdge> without(List<BlueprintEdge> all, List<BlueprintEdge> known) {
    TreeSet<BlueprintEdge> rest = new TreeSet<>(all);
    known.forEach(rest::remove);
    return List.copyOf(rest);
  }
}
