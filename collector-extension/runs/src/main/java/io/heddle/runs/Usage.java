package io.heddle.runs;

import org.jspecify.annotations.Nullable;

/**
 * What one call of a model used, and when it began to answer. Null is unknown, never 0.
 *
 * @param firstTokenNs from the start to the first token
 * @param cost what the source says the call cost, in its currency
 */
public record Usage(
    Model model, Tokens tokens, @Nullable Long firstTokenNs, @Nullable Double cost) {

  /** A call of which no more is known. */
  public static Usage of(Model model, Tokens tokens) {
    return new Usage(model, tokens, null, null);
  }

  /** Whether tokens or money were counted, and not only when the first token came. */
  public boolean counts() {
    return tokens.areKnown() || cost != null;
  }
}
