package io.heddle.runs;

import org.jspecify.annotations.Nullable;

/**
 * What one model call used, and when it began to answer. Null is unknown, never 0.
 *
 * @param inputTokens those read from and written to a prompt cache included
 * @param firstTokenNs from the start to the first token
 * @param cost what the source says the call cost, in its currency
 */
public record Usage(
    @Nullable String provider,
    @Nullable String requestModel,
    @Nullable String responseModel,
    @Nullable Long inputTokens,
    @Nullable Long outputTokens,
    @Nullable Long cacheReadTokens,
    @Nullable Long cacheWriteTokens,
    @Nullable Long reasoningTokens,
    @Nullable Long firstTokenNs,
    @Nullable Double cost) {

  /** A usage whose source tells no price. */
  public Usage(
      @Nullable String provider,
      @Nullable String requestModel,
      @Nullable String responseModel,
      @Nullable Long inputTokens,
      @Nullable Long outputTokens,
      @Nullable Long cacheReadTokens,
      @Nullable Long cacheWriteTokens,
      @Nullable Long reasoningTokens,
      @Nullable Long firstTokenNs) {
    this(
        provider,
        requestModel,
        responseModel,
        inputTokens,
        outputTokens,
        cacheReadTokens,
        cacheWriteTokens,
        reasoningTokens,
        firstTokenNs,
        null);
  }

  /** Whether tokens or money were counted, and not only when the first token came. */
  public boolean counts() {
    return inputTokens != null
        || outputTokens != null
        || cacheReadTokens != null
        || cacheWriteTokens != null
        || reasoningTokens != null
        || cost != null;
  }
}
