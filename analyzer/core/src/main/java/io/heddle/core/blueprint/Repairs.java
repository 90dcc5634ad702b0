package io.heddle.core.blueprint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes a definition sound, and says what it did. */
final class Repairs {
  private final Map<String, BlueprintNode> nodes = new TreeMap<>();
  private final Set<BlueprintEdge> edges = new TreeSet<>();
  private final Set<String> notes = new TreeSet<>();

  static Blueprint of(Blueprint blueprint) {
    Repairs repairs = new Repairs();
    blueprint.nodes().forEach(repairs::add);
    repairs.nest();
    blueprint.edges().forEach(repairs::add);
    List<String> notes = new ArrayList<>(blueprint.notes());
    notes.addAll(repairs.notes);
    return new Blueprint(
        blueprint.format(),
        blueprint.name(),
        List.copyOf(repairs.nodes.values()),
        List.copyOf(repairs.edges),
        notes);
  }

  private void add(BlueprintNode node) {
    if (nodes.putIfAbsent(node.id(), node) != null) {
      notes.add("the id " + node.id() + " is given twice; only the first node counts");
    }
  }

  private void nest() {
    Set<String> sound = new HashSet<>();
    for (BlueprintNode node : List.copyOf(nodes.values())) {
      settle(node, sound);
    }
  }

  /** Follows the containers outwards until one is known to be sound. */
  private void settle(BlueprintNode node, Set<String> sound) {
    Map<String, BlueprintNode> way = new HashMap<>();
    BlueprintNode at = node;
    while (!sound.contains(at.id())) {
      way.put(at.id(), at);
      String parent = at.parent();
      if (parent == null) {
        break;
      }
      BlueprintNode container = nodes.get(parent);
      if (container == null || way.containsKey(parent)) {
        notes.add(
            "node %s lies in %s, which %s; it is taken out"
                .formatted(at.id(), parent, container == null ? "is not there" : "lies in it"));
        nodes.put(at.id(), at.in(null));
        break;
      }
      at = container;
    }
    sound.addAll(way.keySet());
  }

  private void add(BlueprintEdge edge) {
    if (!nodes.containsKey(edge.from()) || !nodes.containsKey(edge.to())) {
      String missing = nodes.containsKey(edge.from()) ? edge.to() : edge.from();
      notes.add(
          "the edge from %s to %s is left out: there is no node %s"
              .formatted(edge.from(), edge.to(), missing));
    } else {
      edges.add(edge);
    }
  }
}
