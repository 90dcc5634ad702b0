package io.heddle.runs;

import org.jspecify.annotations.Nullable;

/**
 * Tokens that calls of models used; null is unknown, never 0.
 *
 * @param input those read from and written to a prompt cache included
 * @param reasoning a part of the output
 */
public record Tokens(
    @Nullable Long input,
    @Nullable Long output,
    @Nullable Long cacheRead,
    @Nullable Long cacheWrite,
    @Nullable Long reasoning) {

  /** Whether any were counted. */
  public boolean areKnown() {
    return input != null
        || output != null
        || cacheRead != null
        || cacheWrite != null
        || reasoning != null;
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
