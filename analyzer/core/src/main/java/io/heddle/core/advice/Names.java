package io.heddle.core.advice;

import io.heddle.contract.SpanAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A set of state names that may be everything: what is unknown is taken for everything, so that it
 * never proves independence. Immutable.
 *
 * @param all whether it may hold any name
 */
record Names(Set<String> listed, boolean all) {
  static final Names NONE = new Names(Set.of(), false);

  Names {
    listed = Set.copyOf(listed);
  }

  static Names of(@Nullable List<String> names) {
    return names == null || isAll(names)
        ? new Names(Set.of(), true)
        : new Names(Set.copyOf(names), false);
  }

  /** Whether the list may mean any name. */
  static boolean isAll(@Nullable List<String> names) {
    return names == null || names.contains(SpanAttributes.ALL);
  }

  boolean isEmpty() {
    return !all && listed.isEmpty();
  }

  boolean meets(Names other) {
    if (isEmpty() || other.isEmpty()) {
      return false;
    }
    return all || other.all || listed.stream().anyMatch(other.listed::contains);
  }

  Names and(Names other) {
    Set<String> both = new HashSet<>(listed);
    both.addAll(other.listed);
    return new Names(both, all || other.all);
  }
}
