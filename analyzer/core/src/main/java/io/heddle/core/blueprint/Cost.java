package io.heddle.core.blueprint;

import org.jspecify.annotations.Nullable;

/**
 * What one execution of a node is assumed to need; null where nothing is said.
 *
 * @param ms time without waiting for a predecessor
 * @param memoryBytes held while it runs
 * @param gpuBytes the same on an accelerator
 * @param complexity 1 to 20, instead of the one that follows from the time
 */
public record Cost(
    @Nullable Double ms,
    @Nullable Double memoryBytes,
    @Nullable Double gpuBytes,
    @Nullable Integer complexity) {
  /** Nothing is said. */
  public static final Cost UNKNOWN = new Cost(null, null, null, null);

  /** This, and where it says nothing the other. */
  Cost or(Cost other) {
    return new Cost(
        ms == null ? other.ms : ms,
        memoryBytes == null ? other.memoryBytes : memoryBytes,
        gpuBytes == null ? other.gpuBytes : gpuBytes,
        complexity == null ? other.complexity : complexity);
  }
}
