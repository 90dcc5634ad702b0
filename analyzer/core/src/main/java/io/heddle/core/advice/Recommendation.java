package io.heddle.core.advice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding with an action and what the action would save.
 *
 * @param id stable for the same rule, service, workflow and nodes
 * @param rule the id of the rule that found it
 * @param saving null only for rules that save neither time nor money
 * @param steps what to do, in order
 * @param example code or configuration in the host engine's own words
 */
public record Recommendation(
    String id,
    String rule,
    Category category,
    Severity severity,
    String service,
    String workflow,
    List<String> nodes,
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
    nodes = List.copyOf(nodes);
    steps = List.copyOf(steps);
  }

  private double gain() {
    return saving == null ? 0 : saving.largestPercent();
  }

  /** The same advice with another estimate; as severe as that makes it, if the saving decided. */
  public Recommendation with(Saving newSaving, Facts newEvidence) {
    boolean decided = saving != null && severity == Severity.of(saving.largestPercent());
    return new Recommendation(
        id,
        rule,
        category,
        decided ? Severity.of(newSaving.largestPercent()) : severity,
        service,
        workflow,
        nodes,
        title,
        newEvidence,
        newSaving,
        effort,
        risk,
        steps,
        example);
  }

  /** The rule's id and 12 hex digits of a digest over everything that identifies the matter. */
  public static String idOf(String rule, String service, String workflow, List<String> nodes) {
    String identity = String.join("\0", rule, service, workflow) + "\0" + String.join("\0", nodes);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return rule + "-" + HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
