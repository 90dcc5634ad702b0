package io.heddle.core.advice;

import io.heddle.core.replay.Definition;
import io.heddle.core.replay.Definitions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Branches that a workflow declares to be parallel: unconditional edges lead from one node to each.
 *
 * @param source where the branches part
 * @param branches the nodes of each branch, up to where branches meet again: no node is in two
 */
record Fan(String source, List<Set<String>> branches) {

  /** The fans of every definition in the scope's runs; without any, those of recorded edges. */
  static List<Fan> of(Scope scope, Definitions definitions) {
    Set<Fan> fans = new LinkedHashSet<>();
    Set<Definition> seen = new LinkedHashSet<>();
    for (Scope.Siblings siblings : scope.siblings()) {
      Definition definition = definitions.of(siblings.run());
      if (definition != null && seen.add(definition)) {
        fans.addAll(new Search(definition, scope.nodes()).fans());
      }
    }
    return seen.isEmpty() ? RecordedFans.of(scope) : List.copyOf(fans);
  }

  boolean separates(String one, String other) {
    int first = branchOf(one);
    int second = first < 0 ? first : branchOf(other);
    return second >= 0 && first != second;
  }

  /** The branch that holds the node, from 0; -1 for none. */
  int branchOf(String node) {
    for (int branch = 0; branch < branches.size(); branch++) {
      if (branches.get(branch).contains(node)) {
        return branch;
      }
    }
    return -1;
  }

  /** Walks one definition. */
  private static final class Search {
    private final Map<String, Set<String>> targets = new LinkedHashMap<>();
    private final Map<String, Set<String>> unconditional = new LinkedHashMap<>();

    Search(Definition definition, Set<String> nodes) {
      for (String node : nodes) {
        for (Definition.Source source : definition.sources(node)) {
          targets.computeIfAbsent(source.id(), none -> new LinkedHashSet<>()).add(node);
          if (!source.conditional()) {
            unconditional.computeIfAbsent(source.id(), none -> new LinkedHashSet<>()).add(node);
          }
        }
      }
    }

    List<Fan> fans() {
      List<Fan> fans = new ArrayList<>();
      unconditional.forEach((source, heads) -> {
        List<Set<String>> branches = branches(source, heads);
        if (branches.size() > 1) {
          fans.add(new Fan(source, branches));
        }
      });
      return fans;
    }

    private List<Set<String>> branches(String source, Set<String> heads) {
      Map<String, Set<String>> reach = new LinkedHashMap<>();
      heads.forEach(head -> reach.put(head, reach(head, source)));
      heads.stream().filter(head -> reachedFromOther(head, reach)).toList().forEach(reach::remove);
      return reach.entrySet().stream().map(entry -> own(entry.getKey(), reach)).toList();
    }

    private static boolean reachedFromOther(String head, Map<String, Set<String>> reach) {
      return reach.entrySet().stream()
          .anyMatch(other -> !other.getKey().equals(head) && other.getValue().contains(head));
    }

    private static Set<String> own(String head, Map<String, Set<String>> reach) {
      Set<String> own = new LinkedHashSet<>(reach.getOrDefault(head, Set.of()));
      reach.forEach((other, reached) -> {
        if (!other.equals(head)) {
          own.removeAll(reached);
        }
      });
      return own;
    }

    /** Everything that comes after, without passing through the source again. */
    private Set<String> reach(String head, String source) {
      Set<String> reached = new LinkedHashSet<>(List.of(head));
      List<String> open = new ArrayList<>(reached);
      while (!open.isEmpty()) {
        for (String next : targets.getOrDefault(open.remove(0), Set.of())) {
          if (!next.equals(source) && reached.add(next)) {
            open.add(next);
          }
        }
      }
      return reached;
    }
  }
}
