package io.heddle.core.advice;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding with an action and what the action would save.
 *
 * @param saving null only for rules that save neither time nor money
 * @param steps what to do, in order
 * @param example code or configuration in the host engine's own words
 */
public record Recommendation(
    Matter matter,
    Category category,
    Severity severity,
    String title,
    Facts evidence,
    @Nullable Saving saving,
    Level effort,
    Level risk,
    List<String> steps,
    @Nullable String example) {
  static final Comparator<Recommendation> MOST_GAIN_FIRST =
      Comparator.comparingDouble(Recommendation::gain).reversed();

  public Recommendation {
    steps = List.copyOf(steps);
  }

  /** Stable for the same rule, service, workflow and nodes. */
  public String id() {
    return matter.id();
  }

  public String rule() {
    return matter.rule();
  }

  public String service() {
    return matter.service();
  }

  public String workflow() {
    return matter.workflow();
  }

  public List<String> nodes() {
    return matter.nodes();
  }

  private double gain() {
    return saving == null ? 0 : saving.largestPercent();
  }

  /** The same advice with another estimate; as severe as that makes it, if the saving decided. */
  public Recommendation with(Saving newSaving, Facts newEvidence) {
    boolean decided = saving != null && severity == Severity.of(saving.largestPercent());
    return new Recommendation(
        matter,
        category,
        decided ? Severity.of(newSaving.largestPercent()) : severity,
        title,
        newEvidence,
        newSaving,
        effort,
        risk,
        steps,
        example);
  }
}
