package io.heddle.core.statistics;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Runs that have one value of an attribute.
 *
 * @param value null for the runs that carry the attribute nowhere
 */
public record Group(String attribute, @Nullable String value) implements Comparable<Group> {
  private static final Comparator<Group> ORDER =
      Comparator.comparing(Group::attribute)
          .thenComparing(Group::value, Comparator.nullsLast(Comparator.<String>naturalOrder()));

  @Override
  public int compareTo(Group other) {
    return ORDER.compare(this, other);
  }
}
