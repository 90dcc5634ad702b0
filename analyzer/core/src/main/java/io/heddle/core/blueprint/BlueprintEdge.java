package io.heddle.core.blueprint;

import java.util.Comparator;

/**
 * "Must finish before", as a definition writes it. Immutable.
 *
 * @param outcome edges of one node with equal outcomes are taken together; empty for {@link
 *     Kind#ALWAYS}
 */
public record BlueprintEdge(String from, String to, Kind kind, String outcome)
    implements Comparable<BlueprintEdge> {
  private static final Comparator<BlueprintEdge> ORDER =
      Comparator.comparing(BlueprintEdge::from)
          .thenComparing(BlueprintEdge::to)
          .thenComparing(BlueprintEdge::kind)
          .thenComparing(BlueprintEdge::outcome);

  /** When an edge is taken. */
  public enum Kind {
    /** Whenever its source ends well. */
    ALWAYS,
    /** When the source decides for its outcome, and for no other. */
    ONE_OF,
    /** When the source decides for its outcome, whatever it decides for others. */
    MAYBE,
    /** When the source fails or is interrupted; then no other edge is taken. */
    EXCEPTION
  }

  public static BlueprintEdge always(String from, String to) {
    return new BlueprintEdge(from, to, Kind.ALWAYS, "");
  }

  public static BlueprintEdge oneOf(String from, String to, String outcome) {
    return new BlueprintEdge(from, to, Kind.ONE_OF, outcome);
  }

  /** Whether a decision stands between the two. */
  public boolean conditional() {
    return kind != Kind.ALWAYS;
  }

  @Override
  public int compareTo(BlueprintEdge other) {
    return ORDER.compare(this, other);
  }
}
