package io.heddle.core.advice;

import io.heddle.core.replay.Definition;
import io.heddle.core.replay.Definitions;
import io.heddle.runs.Execution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which nodes of a scope ran one after another although neither can have needed the other: what
 * both read and write is known in every execution, no name leads from one to the other, also not
 * through a third, and no routing decision lies between them.
 */
final class Independence {
  private static final Set<String> NEVER = Set.of("human", "timer", "wait");

  private final Scope scope;
  private final Set<Touched> distinct = new LinkedHashSet<>();
  private final Set<Set<String>> overlapped = new HashSet<>();
  private final Set<String> unknown = new HashSet<>();
  private final Frequencies frequencies = new Frequencies();

  Independence(Scope scope, Definitions definitions) {
    this.scope = scope;
    scope.nodes().stream().filter(this::mayDepend).forEach(unknown::add);
    if (candidates().size() < 2) {
      return;
    }
    Alike alike = new Alike();
    for (Scope.Siblings siblings : scope.siblings()) {
      Definition definition = definitions.of(siblings.run());
      if (!alike.sawOneLike(siblings, definition)) {
        Touched touched = Touched.of(siblings, definition);
        distinct.add(touched);
        frequencies.add(siblings, touched);
      }
      readTimes(siblings);
    }
  }

  /** The nodes that are independent of at least one other, in order of appearance. */
  List<String> candidates() {
    return scope.nodes().stream().filter(node -> !unknown.contains(node)).toList();
  }

  boolean independent(String one, String other) {
    Set<String> pair = Set.of(one, other);
    return !unknown.contains(one)
        && !unknown.contains(other)
        && !overlapped.contains(pair)
        && frequencies.together(one, other)
        && distinct.stream().noneMatch(touched -> touched.mayDepend(one, other));
  }

  private boolean mayDepend(String node) {
    Execution before = null;
    for (Execution execution : scope.executions(node)) {
      boolean known = before != null && Alike.alike(before, execution);
      if (!known && mayDepend(execution)) {
        return true;
      }
      before = execution;
    }
    return false;
  }

  private static boolean mayDepend(Execution execution) {
    return execution.async() || NEVER.contains(execution.type()) || !Touched.told(execution);
  }

  private void readTimes(Scope.Siblings siblings) {
    List<Execution> underWay = new ArrayList<>();
    for (Execution execution : siblings.executions()) {
      underWay.removeIf(earlier -> earlier.endNs() <= execution.startNs());
      for (Execution earlier : underWay) {
        if (!earlier.node().equals(execution.node()) && siblings.overlap(earlier, execution)) {
          overlapped.add(Set.of(earlier.node(), execution.node()));
        }
      }
      underWay.add(execution);
    }
  }
}
