package io.heddle.core.statistics;

import io.heddle.runs.Usage;
import org.jspecify.annotations.Nullable;

/** Tokens of leaf operations; null is unknown, never 0. Cached tokens are part of the input. */
public record Tokens(
    @Nullable Long input,
    @Nullable Long output,
    @Nullable Long cacheRead,
    @Nullable Long cacheWrite,
    @Nullable Long reasoning) {

  /** What one call used. */
  public static Tokens of(Usage usage) {
    return new Tokens(
        usage.inputTokens(),
        usage.outputTokens(),
        usage.cacheReadTokens(),
        usage.cacheWriteTokens(),
        usage.reasoningTokens());
  }

  /** The sum, at most the largest number there is; unknown only where both are. */
  public Tokens plus(Tokens other) {
    return new Tokens(
        plus(input, other.input),
        plus(output, other.output),
        plus(cacheRead, other.cacheRead),
        plus(cacheWrite, other.cacheWrite),
        plus(reasoning, other.reasoning));
  }

  private static @Nullable Long plus(@Nullable Long one, @Nullable Long other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    long sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : Long.valueOf(sum);
  }
}
