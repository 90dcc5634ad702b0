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

  /** The same advice with these findings. */
  public Advised with(List<Finding> newFindings) {
    return new Advised(recommendations, newFindings, optimizationScore);
  }
}
