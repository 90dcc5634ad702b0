package io.heddle.core.statistics;

import org.jspecify.annotations.Nullable;

/** Tokens of leaf operations; null is unknown, never 0. */
public record Tokens(
    @Nullable Long input,
    @Nullable Long output,
    @Nullable Long cacheRead,
    @Nullable Long cacheWrite,
    @Nullable Long reasoning) {}
