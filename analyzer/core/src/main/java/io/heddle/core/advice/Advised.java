package io.heddle.core.advice;

import java.util.List;

/**
 * Everything there is to say about one workflow.
 *
 * @param recommendations most gain first
 * @param optimizationScore 100 x the mean run with all recommendations applied together / the mean
 *     run as it is; 100 means that nothing is left to gain
 */
public record Advised(
    List<Recommendation> recommendations, List<Finding> findings, double optimizationScore) {
  public Advised {
    recommendations = List.copyOf(recommendations);
    findings = List.copyOf(findings);
  }

  /** The same findings with these recommendations, brought into order again. */
  public Advised withRecommendations(List<Recommendation> changed) {
    List<Recommendation> ordered = changed.stream().sorted(Recommendation.MOST_GAIN_FIRST).toList();
    return new Advised(ordered, findings, optimizationScore);
  }

  /** The same advice with these findings. */
  public Advised with(List<Finding> newFindings) {
    return new Advised(recommendations, newFindings, optimizationScore);
  }
}
