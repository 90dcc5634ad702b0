package io.heddle.core.comparison;

import io.heddle.core.path.Section;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A part of the critical path that a change can be charged to.
 *
 * @param service owner of the time; for an edge section still the caller
 * @param callee who was waited for; only for an edge section
 */
public record Cause(String service, String node, CauseKind kind, @Nullable String callee)
    implements Comparable<Cause> {
  private static final Comparator<Cause> ORDER =
      Comparator.comparing(Cause::service)
          .thenComparing(Cause::node)
          .thenComparing(Cause::kind)
          .thenComparing(Cause::callee, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

  static Cause of(Section section) {
    return new Cause(
        section.owner().service(),
        section.owner().node(),
        CauseKind.of(section.kind()),
        section.callee());
  }

  /** The service that has to look into it. */
  public String chargedTo() {
    return callee == null ? service : callee;
  }

  @Override
  public int compareTo(Cause other) {
    return ORDER.compare(this, other);
  }
}
