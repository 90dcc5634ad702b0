package io.heddle.core.replay;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a what-if question, computed run by run.
 *
 * @param runs how many were given
 * @param replayed how many were used; runs with a cold execution are left out unless all have one
 * @param limit executions one run was seen to allow at once; null when no limit showed
 * @param meanMs mean of predicted minus measured; negative is faster
 * @param intervalMs of {@code meanMs}, by seeded bootstrap over the runs
 */
public record Prediction(
    String workflow,
    int runs,
    int replayed,
    EdgeCounts edges,
    @Nullable Integer limit,
    Spread baseline,
    Spread predicted,
    double meanMs,
    Interval intervalMs) {}
