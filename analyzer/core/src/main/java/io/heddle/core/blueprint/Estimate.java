package io.heddle.core.blueprint;

import java.util.Objects;

/**
 * What one execution of a node needs.
 *
 * @param ms without waiting for a predecessor
 * @param memoryBytes held while it runs
 * @param gpuBytes the same on an accelerator
 * @param complexity 1 to 20
 */
public record Estimate(
    double ms, double memoryBytes, double gpuBytes, int complexity, Source source) {

  /** Where the time comes from. */
  public enum Source {
    MEASURED("measured"),
    TYPE_DEFAULT("type default"),
    USER("user");

    private final String label;

    Source(String label) {
      this.label = label;
    }

    /** As outputs write it. */
    public String label() {
      return label;
    }
  }

  static Estimate of(double ms, Cost cost, Source source) {
    Integer weight = cost.complexity();
    return new Estimate(
        ms,
        Objects.requireNonNullElse(cost.memoryBytes(), 0.0),
        Objects.requireNonNullElse(cost.gpuBytes(), 0.0),
        weight == null ? complexity(ms) : weight,
        source);
  }

  /** 1 up to a millisecond, about 4 more for each factor of ten, at most 20. */
  static int complexity(double ms) {
    double raw = Math.rint(1 + 19 * Math.log10(Math.max(1, ms)) / 5);
    return (int) Math.max(1, Math.min(20, raw));
  }
}
