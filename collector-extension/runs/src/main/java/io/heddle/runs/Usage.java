package io.heddle.runs;

import org.jspecify.annotations.Nullable;

/**
 * What one model call used. Null is unknown, never 0.
 *
 * @param firstTokenNs from the start to the first token
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
    @Nullable Long firstTokenNs) {}
