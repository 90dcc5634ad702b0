package io.heddle.core.advice;

import io.heddle.core.replay.Definition;
import io.heddle.runs.Evidence;
import io.heddle.runs.Execution;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Remembers some groups of nodes, to tell that another group touched the same in the same order:
 * most runs do, and then share what they say of it. Not thread-safe.
 */
@SuppressWarnings("ReferenceEquality") // what is shared needs no comparison; the rest is looked at
final class Alike {
  private static final int SLOTS = 256;

  private final Scope.@Nullable Siblings[] groups = new Scope.Siblings[SLOTS];
  private final @Nullable Definition[] definitions = new Definition[SLOTS];

  /** Whether a group like this one was asked about before; false when it is not remembered. */
  boolean sawOneLike(Scope.Siblings siblings, @Nullable Definition definition) {
    int slot = hash(siblings.executions()) & (SLOTS - 1);
    Scope.Siblings known = groups[slot];
    if (known != null
        && definitions[slot] == definition
        && alike(known.executions(), siblings.executions(), definition)) {
      return true;
    }
    groups[slot] = siblings;
    definitions[slot] = definition;
    return false;
  }

  private static int hash(List<Execution> executions) {
    int hash = 0;
    for (Execution execution : executions) {
      Evidence evidence = execution.evidence();
      hash = 31 * hash + System.identityHashCode(execution.traits());
      hash = 31 * hash + System.identityHashCode(evidence.reads());
      hash = 31 * hash + System.identityHashCode(evidence.writes());
    }
    return hash ^ hash >>> 16;
  }

  private static boolean alike(
      List<Execution> known, List<Execution> executions, @Nullable Definition definition) {
    if (known.size() != executions.size()) {
      return false;
    }
    for (int i = 0; i < known.size(); i++) {
      if (!alike(known.get(i), executions.get(i), definition)) {
        return false;
      }
    }
    return true;
  }

  /** Whether two executions share what they are and what they touched. */
  static boolean alike(Execution one, Execution other) {
    return one.traits() == other.traits()
        && one.evidence().reads() == other.evidence().reads()
        && one.evidence().writes() == other.evidence().writes();
  }

  private static boolean alike(Execution one, Execution other, @Nullable Definition definition) {
    return alike(one, other)
        && (definition == null || Objects.equals(definition.idOf(one), definition.idOf(other)));
  }
}
